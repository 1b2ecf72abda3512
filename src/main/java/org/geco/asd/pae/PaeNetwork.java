package org.geco.asd.pae;

import org.geco.asd.nn.graph.Attention;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.graph.Initializer;
import org.geco.asd.nn.graph.Losses;
import org.geco.asd.nn.graph.Rows;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The network for a fixed number of windows of T frames; its rows are the frames, window after window. Works on
 * standardised values.
 * <p>
 * Inputs: {@value #FRAMES} [windows·T, mels], the masked frames all zero; {@value #PLACES} [windows·T, 2 + T], for each
 * row (1, 0) if the frame is visible or (0, 1) if it is masked, then its position in the window one-hot; for the loss
 * also {@value #TARGETS} [windows·T, mels], all frames, and {@value #ERROR_WEIGHTS} [1, windows·T], by how much the sum
 * of a row's squared errors counts: 1/(n·mels) for the masked frames of n windows, 0 for all others (equation 1).
 * Output: {@value #PREDICTION} [windows·T, mels].
 */
final class PaeNetwork {

    static final String FRAMES = "frames";

    static final String PLACES = "places";

    static final String TARGETS = "targets";

    static final String ERROR_WEIGHTS = "errorWeights";

    static final String PREDICTION = "prediction";

    static final String LOSS = "loss";

    private static final double EMBEDDING_DEVIATION = 0.02;

    private final Graph m_graph;

    private final PaeArchitecture m_sizes;

    private final int m_mels;

    private final int m_windows;

    private final Rows m_rows;

    /**
     * @param graph an empty graph
     * @param sizes the network's sizes
     * @param mels number of mel bands
     * @param windows number of windows in one run
     */
    PaeNetwork(final Graph graph, final PaeArchitecture sizes, final int mels, final int windows) {
        m_graph = graph;
        m_sizes = sizes;
        m_mels = mels;
        m_windows = windows;
        m_rows = new Rows(graph, (long)windows * sizes.blockFrames());
    }

    /** Adds what predicts. */
    SDVariable prediction() {
        final int encoder = m_sizes.encoderWidth();
        final int decoder = m_sizes.decoderWidth();
        SDVariable h = embedding();
        for (int i = 0; i < m_sizes.encoderBlocks(); i++) {
            h = block("encoder." + i, h, encoder);
        }
        h = m_rows.gelu(m_rows.linear("bottleneck.in", h, encoder, m_sizes.bottleneck()));
        h = m_rows.linear("bottleneck.out", h, m_sizes.bottleneck(), decoder);
        for (int i = 0; i < m_sizes.decoderBlocks(); i++) {
            h = block("decoder." + i, h, decoder);
        }
        return m_rows.linear("head", h, decoder, m_mels).rename(PREDICTION);
    }

    /** Adds what predicts and the loss of the prediction. */
    SDVariable loss() {
        final SDVariable error = prediction().sub(m_graph.input(TARGETS, m_rows.rows(), m_mels));
        final SDVariable perRow = m_rows.rowSum(error.mul(error), m_mels);
        return m_graph.input(ERROR_WEIGHTS, 1, m_rows.rows()).mmul(perRow).rename(LOSS);
    }

    /** x·W, plus the bias or, in a masked row (where x is 0), the mask token, plus the position: one product. */
    private SDVariable embedding() {
        final int width = m_sizes.encoderWidth();
        final int length = m_sizes.blockFrames();
        final SDVariable frames = m_graph.input(FRAMES, m_rows.rows(), m_mels);
        final SDVariable places = m_graph.input(PLACES, m_rows.rows(), 2L + length);
        final SDVariable weight = m_graph.parameter("embedding.weight", Initializer.fanIn(m_mels), m_mels, width);
        final SDVariable bias = m_graph.parameter("embedding.bias", Initializer.fanIn(m_mels), 1, width);
        final SDVariable token =
            m_graph.parameter("maskToken", Initializer.normal(EMBEDDING_DEVIATION), 1, width);
        final SDVariable positions =
            m_graph.parameter("positions", Initializer.normal(EMBEDDING_DEVIATION), length, width);
        final SDVariable table = m_graph.sameDiff().concat(0, bias, token, positions);
        return frames.mmul(weight).add(places.mmul(table));
    }

    /** A pre-norm transformer block: h + attention(norm(h)), then h + MLP(norm(h)). */
    private SDVariable block(final String name, final SDVariable h, final int width) {
        final Attention attention =
            new Attention(m_rows, m_graph, m_windows, m_sizes.blockFrames(), m_sizes.heads());
        final SDVariable mixed =
            h.add(attention.apply(name + ".attention", m_rows.layerNorm(name + ".norm1", h, width), width));
        final long hidden = (long)m_sizes.mlpRatio() * width;
        final SDVariable inner =
            m_rows.linear(name + ".mlp.in", m_rows.layerNorm(name + ".norm2", mixed, width), width, hidden);
        return mixed.add(m_rows.linear(name + ".mlp.out", m_rows.gelu(inner), hidden, width));
    }
}
