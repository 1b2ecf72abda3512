package org.geco.asd.nn.resnet;

import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.layers.FoldedConvolution;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.buffer.DataType;

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

    private final ResNetForward m_forward;

    private final float[] m_output;

    /**
     * @param network its shape
     * @param weights parameters and running statistics
     * @param batch patches computed together
     * @param frames frames of a patch
     * @param mels bands of a patch
     */
    public EmbeddingNetwork(final ResNet18 network, final Weights weights, final int batch, final int frames,
        final int mels) {
        m_batch = batch;
        m_patchSize = frames * mels;
        m_embeddingSize = network.embeddingSize();
        m_forward = new ResNetForward(m_arena, network.layers(new FeatureMap(batch, frames, mels, 1),
            (name, in, convolution) -> new FoldedConvolution(weights, m_arena, name, in, convolution)));
        m_patches = new HostArray(batch, frames, mels, 1);
        m_output = new float[batch * m_embeddingSize];
    }

    /** @return patches in one batch */
    public int batch() {
        return m_batch;
    }

    /**
     * @param patches standardised patches one after the other, at most {@link #batch()} of them
     * @param count how many
     * @return their embeddings, one after the other
     */
    public float[] embed(final float[] patches, final int count) {
        final float[] input = m_patches.values();
        System.arraycopy(patches, 0, input, 0, count * m_patchSize);
        java.util.Arrays.fill(input, count * m_patchSize, input.length, 0f);
        HostArray.download(m_forward.embed(m_patches.upload()), m_output);
        return java.util.Arrays.copyOf(m_output, count * m_embeddingSize);
    }

    @Override
    public void close() {
        m_patches.close();
        m_arena.close();
    }
}
