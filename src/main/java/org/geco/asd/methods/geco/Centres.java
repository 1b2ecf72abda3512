package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.mel.Spectrogram;

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
        try (PatchEmbedder embedder = new PatchEmbedder(model);
                ReadAhead ahead = new ReadAhead(clips.source(), order)) {
            for (int c = 0; c < centres.length; c++) {
                final double[] sum = new double[model.settings().architecture().network().embeddingSize()];
                for (int from = 0; from < byClass[c].length; from += embedder.clipsAtOnce()) {
                    final List<Spectrogram> group = new ArrayList<>();
                    for (int i = from; i < Math.min(from + embedder.clipsAtOnce(), byClass[c].length); i++) {
                        progress.checkCanceled();
                        progress.report((double)done++ / clips.size(), "Centre of " + model.machines().get(c));
                        group.add(ahead.next(progress));
                        embedder.check(group.get(i - from), clips.source().name(byClass[c][i]));
                    }
                    embedder.embed(group).forEach(patches -> Vectors.addDirections(patches, sum));
                }
                centres[c] = Vectors.direction(sum);
            }
        }
        return model.withCentres(centres);
    }
}
