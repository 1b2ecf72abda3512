package org.geco.asd.methods.geco;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Learner.LearnedPart;
import org.geco.asd.learn.PartClips;

/** The centre of each machine's cluster: the direction of the mean of its training patches' directions. */
final class Centres {
    private Centres() { }

    /** The centres [machine][channel] of the clips that a network was trained on. */
    static float[][] of(final GecoSettings settings, final LearnedPart trained, final ProgressMonitor progress)
        throws AsdException {
        final PartClips clips = trained.clips();
        final float[][] centres = new float[clips.machines().size()][];
        final ClipSource source = clips.trainingClips();
        try (PatchEmbedder embedder = new PatchEmbedder(settings, clips.standardisation(), trained.weights())) {
            for (int c = 0; c < centres.length; c++) {
                final MachineId machine = clips.machines().get(c);
                progress.report((double)c / centres.length, "Centre of " + machine);
                final double[] sum = new double[settings.architecture().network().embeddingSize()];
                embedder.embed(source, clips.trainingClipsOf(machine), progress,
                    (clip, patches) -> Vectors.addDirections(patches, sum));
                centres[c] = Vectors.direction(sum);
            }
        }
        return centres;
    }
}
