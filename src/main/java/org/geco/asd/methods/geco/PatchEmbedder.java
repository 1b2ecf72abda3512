package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.resnet.EmbeddingNetwork;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Weights;

/**
 * Embeds the evenly spaced patches of several clips at once, which costs a third less than one clip after the other.
 * The network always computes the same number of patches, so that a clip's embeddings are the same bits with whatever
 * clips it is embedded. For one thread at a time.
 */
final class PatchEmbedder implements AutoCloseable {
    private final ClipPatches m_patches;
    private final EmbeddingNetwork m_network;

    /** Fails if ND4J cannot be started. */
    PatchEmbedder(final GecoArchitecture architecture, final int mels, final Standardisation bands,
        final Weights weights) throws AsdException {
        Nd4jRuntime.start();
        m_patches = new ClipPatches(architecture, mels, bands);
        m_network = new EmbeddingNetwork(architecture.network(), weights, ClipPatches.capacity(architecture),
            architecture.patchFrames(), mels);
    }

    /** @return the most clips that are embedded at once */
    int clipsAtOnce() {
        return m_patches.clipsAtOnce();
    }

    /** What is done with the embeddings of a clip. */
    @FunctionalInterface
    interface Use {
        /** Hears of a clip, by its index in the source, and the embeddings of its patches, one after the other. */
        void of(int clip, float[] patches);
    }

    /** Embeds clips, all of which the model can score, in order, while the next are read; fails if one can't be. */
    void embed(final ClipSource source, final int[] order, final ProgressMonitor progress, final Use use)
        throws AsdException {
        m_patches.read(source, order, progress, (clips, patches) -> {
            final List<float[]> embeddings = embed(patches, clips.length);
            for (int i = 0; i < clips.length; i++) {
                use.of(clips[i], embeddings.get(i));
            }
        });
    }

    /** @return for each of at most {@link #clipsAtOnce()} clips the embeddings of its patches, one after the other */
    List<float[]> embed(final List<Spectrogram> clips) {
        return embed(m_patches.of(clips), clips.size());
    }

    private List<float[]> embed(final float[] patches, final int clips) {
        final float[] embeddings = m_network.embed(patches, clips * m_patches.perClip());
        final List<float[]> result = new ArrayList<>();
        final int each = embeddings.length / clips;
        for (int i = 0; i < clips; i++) {
            result.add(Arrays.copyOfRange(embeddings, i * each, (i + 1) * each));
        }
        return result;
    }

    @Override
    public void close() {
        m_network.close();
    }
}
