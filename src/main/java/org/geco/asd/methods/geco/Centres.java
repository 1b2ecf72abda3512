package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;

/** The centre of each machine's cluster: the direction of the mean of its training patches' directions. */
final class Centres {

    private Centres() {
    }

    /** The model with the centres of the clips it was trained on. */
    static GecoModel complete(final GecoModel model, final TrainingSet clips, final ProgressMonitor progress)
        throws AsdException {
        final float[][] centres = new float[clips.classes().size()][];
        final int[][] byClass = clips.clipsByClass();
        try (PatchEmbedder embedder = new PatchEmbedder(model)) {
            for (int c = 0; c < centres.length; c++) {
                progress.report((double)c / centres.length, "Centre of " + clips.classes().get(c));
                final double[] sum = new double[model.settings().architecture().network().embeddingSize()];
                embedder.embed(clips.source(), byClass[c], progress,
                    (clip, patches) -> Vectors.addDirections(patches, sum));
                centres[c] = Vectors.direction(sum);
            }
        }
        return model.withCentres(centres);
    }
}
