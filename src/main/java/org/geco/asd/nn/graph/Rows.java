package org.geco.asd.nn.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Layers that treat every row of a matrix {@code [rows, channels]} alike. Everything is a matrix product or an
 * element-wise operation on equal shapes: ND4J's broadcasts and their gradients are many times slower.
 */
public final class Rows {

    /** ε of layer normalisation, PyTorch's default. */
    public static final double LAYER_NORM_EPSILON = 1e-5;

    private static final double GELU_SLOPE = 1.702;

    private final Graph m_graph;

    private final long m_rows;

    /**
     * @param graph where the layers go
     * @param rows number of rows of all matrices given to this object
     */
    public Rows(final Graph graph, final long rows) {
        m_graph = graph;
        m_rows = rows;
    }

    /** @return number of rows */
    public long rows() {
        return m_rows;
    }

    /**
     * y = x·W + b, with parameters {@code name.weight} [in, out] (the transpose of PyTorch's) and {@code name.bias}
     * [1, out], both starting uniform in ±1/√in as PyTorch's.
     *
     * @param name prefix of the parameters
     * @param x [rows, in]
     * @param in inputs
     * @param out outputs
     * @return [rows, out]
     */
    public SDVariable linear(final String name, final SDVariable x, final long in, final long out) {
        final SDVariable weight = m_graph.parameter(name + ".weight", Initializer.fanIn(in), in, out);
        final SDVariable bias = m_graph.parameter(name + ".bias", Initializer.fanIn(in), 1, out);
        return x.mmul(weight).add(everyRow(bias));
    }

    /**
     * @param row [1, channels]
     * @return [rows, channels], each row the same
     */
    public SDVariable everyRow(final SDVariable row) {
        return m_graph.ones(m_rows, 1).mmul(row);
    }

    /**
     * @param column [rows, 1]
     * @param channels number of columns wanted
     * @return [rows, channels], each column the same
     */
    public SDVariable everyColumn(final SDVariable column, final long channels) {
        return column.mmul(m_graph.ones(1, channels));
    }

    /**
     * @param x [rows, channels]
     * @param channels number of channels
     * @return [rows, 1], the mean of each row
     */
    public SDVariable rowMean(final SDVariable x, final long channels) {
        return x.mmul(m_graph.filled(1.0 / channels, channels, 1));
    }

    /**
     * @param x [rows, channels]
     * @param channels number of channels
     * @return [rows, 1], the sum of each row
     */
    public SDVariable rowSum(final SDVariable x, final long channels) {
        return x.mmul(m_graph.ones(channels, 1));
    }

    /**
     * @param x [rows, channels]
     * @return [1, channels], the mean of each column
     */
    public SDVariable columnMean(final SDVariable x) {
        return m_graph.filled(1.0 / m_rows, 1, m_rows).mmul(x);
    }

    /**
     * @param x [rows, channels]
     * @return [1, channels], the sum of each column
     */
    public SDVariable columnSum(final SDVariable x) {
        return m_graph.ones(1, m_rows).mmul(x);
    }

    /**
     * Layer normalisation of each row with parameters {@code name.gain} and {@code name.shift}, both [1, channels].
     * ε as in PyTorch, {@link #LAYER_NORM_EPSILON}.
     *
     * @param name prefix of the parameters
     * @param x [rows, channels]
     * @param channels number of channels
     * @return [rows, channels]
     */
    public SDVariable layerNorm(final String name, final SDVariable x, final long channels) {
        final SDVariable gain = m_graph.parameter(name + ".gain", Initializer.ONES, 1, channels);
        final SDVariable shift = m_graph.parameter(name + ".shift", Initializer.ZEROS, 1, channels);
        final SDVariable centred = x.sub(everyColumn(rowMean(x, channels), channels));
        final SDVariable variance = rowMean(centred.mul(centred), channels);
        final SDVariable scale = m_graph.sameDiff().math().rsqrt(variance.add(LAYER_NORM_EPSILON));
        // scale and gain are one outer product: one multiplication of the large matrix instead of two
        return centred.mul(scale.mmul(gain)).add(everyRow(shift));
    }

    /**
     * x·step(x); its gradient is that of PyTorch (0 at 0).
     *
     * @param x any shape
     * @return the same shape
     */
    public SDVariable relu(final SDVariable x) {
        return x.mul(m_graph.sameDiff().math().step(x, 0));
    }

    /**
     * The Gaussian error linear unit in its sigmoid form, x·σ(1.702·x). Composed, because the gradients of ND4J's own
     * operations are wrong (tanh form) or not a number above 28 (sigmoid form).
     *
     * @param x any shape
     * @return the same shape
     */
    public SDVariable gelu(final SDVariable x) {
        return x.mul(m_graph.sameDiff().nn().sigmoid(x.mul(GELU_SLOPE)));
    }
}
