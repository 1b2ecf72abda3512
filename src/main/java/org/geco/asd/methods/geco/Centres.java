package org.geco.asd.methods.geco;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.PartClips;

/** The centre of each machine's cluster: the direction of the mean of its training patches' directions. */
final class Centres {

    private Centres() {
    }

    /** The model with the centres of the clips it was trained on. */
    static GecoModel complete(final GecoModel model, final PartClips clips, final ProgressMonitor progress)
        throws AsdException {
        final float[][] centres = new float[clips.machines().size()][];
        final ClipSource source = clips.trainingClips();
        try (PatchEmbedder embedder = new PatchEmbedder(model)) {
            for (int c = 0; c < centres.length; c++) {
                final MachineId machine = clips.machines().get(c);
                progress.report((double)c / centres.length, "Centre of " + machine);
                final double[] sum = new double[model.settings().architecture().network().embeddingSize()];
                embedder.embed(source, clips.trainingClipsOf(machine), progress,
                    (clip, patches) -> Vectors.addDirections(patches, sum));
                centres[c] = Vectors.direction(sum);
            }
        }
        return model.withCentres(centres);
    }
}
