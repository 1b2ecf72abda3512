package org.geco.asd.learn.patches;

import java.util.Arrays;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.PartClips;
import org.geco.asd.nn.classify.ClassifyingSession;
import org.geco.asd.nn.classify.Evaluation;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.layers.FeatureMap;

/**
 * How well clips that are not trained on are recognised: the mean cross entropy of the machine over 5 evenly spaced
 * patches of each, the network in evaluation mode (running statistics, no reconstructions).
 */
public final class HeldOutLoss {
    /** However clips are scored: else that would decide when training stops. */
    private static final Optional<Integer> PATCHES = Optional.of(5);

    private final PartClips m_clips;
    private final PatchSettings m_settings;

    /** Of the clips of a training, those that are held out among them. */
    public HeldOutLoss(final PatchSettings settings, final PartClips clips) {
        m_settings = settings;
        m_clips = clips;
    }

    /** @return mean L_CE with the network as it is now; an AsdException if a clip cannot be read */
    public double of(final ClassifyingSession session, final ProgressMonitor progress) throws AsdException {
        final ClipPatches patches = new ClipPatches(PATCHES, m_settings, m_clips.standardisation());
        final double[] sum = new double[1];
        final long[] count = new long[1];
        try (Evaluation network = session.evaluation(ClipPatches.block(PATCHES, m_settings))) {
            patches.read(m_clips.source(), m_clips.heldOut(), progress,
                (clips, spectrograms) -> patches.of(spectrograms, (values, owners) -> {
                    sum[0] += network.crossEntropy(values, Arrays.stream(owners)
                        .map(i -> m_clips.classOf(m_clips.source().machine(clips[i]))).toArray());
                    count[0] += owners.length;
                }));
        }
        return sum[0] / count[0];
    }

    /** @return off-heap bytes that a measurement takes beside the training; 0 if no clip is held out */
    public long bytes() {
        final FeatureMap patches =
            new FeatureMap(ClipPatches.block(PATCHES, m_settings), m_settings.patchFrames(),
                m_clips.mel().mels() + m_settings.samples(), 1);
        return m_clips.heldOut().length > 0 ? EmbeddingNetwork.bytes(m_settings.network(), patches) : 0;
    }
}
