package org.geco.asd.nn.features;

import java.util.Arrays;
import java.util.Map;

import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trained feature extractor with its batch normalisation folded into the convolutions. The batch has a fixed size, so
 * that a patch's embedding does not depend on the patches beside it. For one thread at a time.
 */
public final class EmbeddingNetwork implements AutoCloseable {
    private final int m_batch;
    private final int m_patchSize;
    private final int m_embeddingSize;
    private final Arena m_arena = new Arena(DataType.FLOAT, false);
    private final HostArray m_patches;
    private final FeatureExtractor.Forward m_forward;
    private final float[] m_output;

    /** With these parameters and running statistics, for batches of patches of a size. */
    public EmbeddingNetwork(final FeatureExtractor network, final Weights weights, final int batch,
        final int frames, final int mels) {
        m_batch = batch;
        m_patchSize = frames * mels;
        m_embeddingSize = network.embeddingSize();
        m_forward = network.scoring(weights, m_arena, new FeatureMap(batch, frames, mels, 1));
        m_patches = new HostArray(batch, frames, mels, 1);
        m_output = new float[batch * m_embeddingSize];
    }

    /**
     * @return off-heap bytes of such a network, one batch of patches of this size (one channel) included; counted by a
     *         dry run, nothing is allocated
     */
    public static long bytes(final FeatureExtractor network, final FeatureMap patches) {
        try (Arena counted = Arena.dryRun(DataType.FLOAT)) {
            network.scoring(Weights.of(Map.of()), counted, patches).embed(patches.array(counted));
            return counted.bytes();
        }
    }

    /** @return patches in one batch */
    public int batch() {
        return m_batch;
    }

    /** @return values of an embedding */
    public int embeddingSize() {
        return m_embeddingSize;
    }

    /** @return the embeddings, one after the other, of so many standardised patches, at most {@link #batch()} */
    public float[] embed(final float[] patches, final int count) {
        HostArray.download(forward(patches, count), m_output);
        return Arrays.copyOf(m_output, count * m_embeddingSize);
    }

    /**
     * As {@link #embed}, for what is computed further with native arrays: [{@link #batch()}, embedding size], of which
     * the first {@code count} rows are the patches' embeddings; valid until the next call.
     */
    public INDArray forward(final float[] patches, final int count) {
        final float[] input = m_patches.values();
        System.arraycopy(patches, 0, input, 0, count * m_patchSize);
        Arrays.fill(input, count * m_patchSize, input.length, 0f);
        return m_forward.embed(m_patches.upload());
    }

    @Override
    public void close() {
        m_patches.close();
        m_arena.close();
    }
}
