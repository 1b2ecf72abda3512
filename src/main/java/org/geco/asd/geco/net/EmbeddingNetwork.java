package org.geco.asd.geco.net;

import java.util.Map;

import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.Weights;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.session.ForwardSession;
import org.geco.asd.nn.session.HostArray;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A trained feature extractor with its batch normalisation folded into the convolutions. The batch has a fixed size, so
 * that a patch's embedding does not depend on the patches beside it. For one thread at a time.
 */
public final class EmbeddingNetwork implements AutoCloseable {

    private static final String EMBEDDING = "embedding";

    private final int m_batch;

    private final int m_patchSize;

    private final int m_embeddingSize;

    private final Graph m_graph;

    private final HostArray m_patches;

    private final ForwardSession m_session;

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
        m_graph = new Graph(DataType.FLOAT, new Seeds(0));
        final var pixels = m_graph.input(GecoGraph.PATCHES, (long)batch * m_patchSize, 1);
        network.build(m_graph, new FoldedLayers(m_graph, weights), new FeatureMap(pixels, batch, frames, mels, 1))
            .rename(EMBEDDING);
        m_patches = new HostArray((long)batch * m_patchSize, 1);
        m_session = new ForwardSession(m_graph, EMBEDDING);
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
        HostArray.download(m_session.run(Map.of(GecoGraph.PATCHES, m_patches.upload())).get(EMBEDDING), m_output);
        return java.util.Arrays.copyOf(m_output, count * m_embeddingSize);
    }

    @Override
    public void close() {
        m_session.close();
        m_patches.close();
        m_graph.close();
    }
}
