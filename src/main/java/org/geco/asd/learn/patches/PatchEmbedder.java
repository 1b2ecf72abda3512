package org.geco.asd.learn.patches;

import java.util.List;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Weights;

/**
 * Embeds the patches of several clips at once, which costs a third less than one clip after the other. The network
 * always computes the same number of patches, so that a clip's embeddings are the same bits with whatever clips it is
 * embedded, and memory is the same for clips of any length. For one thread at a time.
 */
public final class PatchEmbedder implements AutoCloseable {
    private final ClipPatches m_patches;
    private final EmbeddingNetwork m_network;

    /** With a network of these settings and weights, on the bands of its training; fails if ND4J cannot be started. */
    PatchEmbedder(final PatchSettings settings, final Standardisation bands, final Weights weights)
        throws AsdException {
        Nd4jRuntime.start();
        m_patches = new ClipPatches(settings.scoring().patches(), settings, bands);
        m_network = new EmbeddingNetwork(settings.network(), weights,
            ClipPatches.block(settings.scoring().patches(), settings), settings.patchFrames(),
            bands.mean().length + settings.samples());
    }

    /** @return how many clips are best embedded at once */
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
        m_patches.read(source, order, progress, (clips, spectrograms) -> {
            final List<float[]> embeddings = embed(spectrograms);
            for (int i = 0; i < clips.length; i++) {
                use.of(clips[i], embeddings.get(i));
            }
        });
    }

    /** @return for each clip the embeddings of its patches, one after the other */
    public List<float[]> embed(final List<Spectrogram> clips) {
        final int size = m_network.embeddingSize();
        final List<float[]> result =
            clips.stream().map(clip -> new float[m_patches.starts(clip).length * size]).toList();
        final int[] filled = new int[clips.size()];
        m_patches.of(clips, (patches, owners) -> {
            final float[] embeddings = m_network.embed(patches, owners.length);
            for (int i = 0; i < owners.length; i++) {
                System.arraycopy(embeddings, i * size, result.get(owners[i]), size * filled[owners[i]]++, size);
            }
        });
        return result;
    }

    /** @return a clip's patches as the network sees them, standardised, one after the other */
    public float[] patches(final Spectrogram clip) {
        final int size = m_patches.size();
        final float[] all = new float[m_patches.starts(clip).length * size];
        final int[] filled = {0};
        m_patches.of(List.of(clip), (patches, owners) -> {
            System.arraycopy(patches, 0, all, filled[0], owners.length * size);
            filled[0] += owners.length * size;
        });
        return all;
    }

    /** @return first frame of each of a clip's patches */
    public int[] starts(final Spectrogram clip) {
        return m_patches.starts(clip);
    }

    /** @return the most patches that are embedded at once */
    public int block() {
        return m_network.batch();
    }

    /** @return the embeddings of so many standardised patches, at most {@link #block()} */
    public float[] embed(final float[] patches, final int count) {
        return m_network.embed(patches, count);
    }

    @Override
    public void close() {
        m_network.close();
    }
}
