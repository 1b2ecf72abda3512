package org.geco.asd.geco;

import java.util.Arrays;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;
import org.geco.asd.mel.ReadAhead;

/** The centre of each machine's cluster: the direction of the mean of its training patches' directions. */
final class Centres {

    private Centres() {
    }

    /** The model with the centres of the clips it was trained on. */
    static GecoModel complete(final GecoModel model, final TrainingSet clips, final ProgressMonitor progress)
        throws AsdException {
        final int[][] byClass = clips.clipsByClass();
        final float[][] centres = new float[byClass.length][];
        final int[] order = Arrays.stream(byClass).flatMapToInt(Arrays::stream).toArray();
        int done = 0;
        try (GecoScorer scorer = new GecoScorer(model); ReadAhead ahead = new ReadAhead(clips.source(), order)) {
            for (int c = 0; c < centres.length; c++) {
                final double[] sum = new double[scorer.embeddingSize()];
                for (final int clip : byClass[c]) {
                    progress.checkCanceled();
                    progress.report((double)done++ / clips.size(), "Centre of " + model.machines().get(c));
                    Vectors.addDirections(
                        scorer.embedPatches(ahead.next(progress), clips.source().name(clip)), sum);
                }
                centres[c] = Vectors.direction(sum);
            }
        }
        return model.withCentres(centres);
    }
}
