package org.geco.asd.methods.geco;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.PartClips;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.resnet.EmbeddingNetwork;

/**
 * How well clips that are not trained on are recognised: the mean cross entropy of the machine over their evenly
 * spaced patches, the network in evaluation mode (running statistics, no reconstructions).
 */
final class HeldOutLoss {
    private final PartClips m_clips;
    private final GecoSettings m_settings;

    /** Of the clips of a training, those that are held out among them. */
    HeldOutLoss(final GecoSettings settings, final PartClips clips) {
        m_settings = settings;
        m_clips = clips;
    }

    /** @return mean L_CE with the network as it is now; an AsdException if a clip cannot be read */
    double of(final GecoSession session, final ProgressMonitor progress) throws AsdException {
        final GecoArchitecture architecture = m_settings.architecture();
        final ClipPatches patches = new ClipPatches(architecture, m_clips.mel().mels(), m_clips.standardisation());
        final double[] sum = new double[1];
        try (GecoEvaluation network = session.evaluation(ClipPatches.capacity(architecture))) {
            patches.read(m_clips.source(), m_clips.heldOut(), progress,
                (clips, values) -> sum[0] += network.crossEntropy(values, classes(clips, patches.perClip())));
        }
        return sum[0] / ((double)m_clips.heldOut().length * patches.perClip());
    }

    /** The class of each patch of some clips. */
    private int[] classes(final int[] clips, final int perClip) {
        return Arrays.stream(clips).flatMap(clip -> IntStream.range(0, perClip)
            .map(p -> m_clips.classOf(m_clips.source().machine(clip)))).toArray();
    }

    /** @return off-heap bytes that a measurement takes beside the training; 0 if no clip is held out */
    long bytes() {
        final GecoArchitecture architecture = m_settings.architecture();
        final FeatureMap patches =
            new FeatureMap(ClipPatches.capacity(architecture), architecture.patchFrames(), m_clips.mel().mels(), 1);
        return m_clips.heldOut().length > 0 ? EmbeddingNetwork.bytes(architecture.network(), patches) : 0;
    }
}
