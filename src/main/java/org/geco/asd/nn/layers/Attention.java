package org.geco.asd.nn.layers;

import org.geco.asd.nn.layers.HeadProducts.Sizes;
import org.geco.asd.nn.layers.HeadProducts.Values;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Multi-head self-attention within short windows (Vaswani et al.): softmax(Q·Kᵀ/√d)·V for each head, then the output
 * projection. The rows are the slots of all windows, slot after slot, so that the first slots alone can ask: what the
 * other slots would become is computed only where somebody needs it. Parameters: {@code name.qkv} (the three
 * projections side by side) and {@code name.out}.
 */
final class Attention {
    private final Arena m_arena;
    private final Sizes m_sizes;
    private final HeadProducts m_products;
    private final Linear m_qkv;
    private final Linear m_output;
    private final INDArray m_queries;
    private final INDArray m_keysAndValues;
    private final INDArray m_weights;
    private final INDArray m_mixed;
    private Linear m_toQueries;
    private Linear m_toKeysAndValues;

    Attention(final Parameters parameters, final Arena arena, final String name, final Sizes sizes) {
        m_arena = arena;
        m_sizes = sizes;
        m_products = HeadProducts.of(arena, sizes);
        final int width = sizes.width();
        m_qkv = new Linear(parameters, arena, name + ".qkv", width, 3L * width);
        m_output = new Linear(parameters, arena, name + ".out", width, width);
        m_queries = arena.intermediate("queries", askingRows(), width);
        m_keysAndValues = arena.intermediate("keys and values", rows(), 2L * width);
        m_weights =
            arena.intermediate("weights", (long)sizes.windows() * sizes.heads() * sizes.queries(), sizes.keys());
        m_mixed = arena.intermediate("mixed", askingRows(), width);
    }

    private long rows() {
        return (long)m_sizes.windows() * m_sizes.keys();
    }

    private long askingRows() {
        return (long)m_sizes.windows() * m_sizes.queries();
    }

    /** The projections are parts of one parameter, which exists only after it was allocated. */
    private void split() {
        if (m_toQueries == null) {
            m_toQueries = m_qkv.outputs(0, m_sizes.width());
            m_toKeysAndValues = m_qkv.outputs(m_sizes.width(), 3L * m_sizes.width());
        }
    }

    private double scale() {
        return 1 / Math.sqrt(m_sizes.size());
    }

    private Values keys(final INDArray keysAndValues) {
        return new Values(keysAndValues, 0);
    }

    private Values values(final INDArray keysAndValues) {
        return new Values(keysAndValues, m_sizes.width());
    }

    /** Sets y [asking slots · windows, width] to the result of x [slots · windows, width] for the asking slots. */
    void forward(final INDArray x, final INDArray y) {
        split();
        m_toQueries.forward(Ops.firstRows(x, askingRows()), m_queries);
        m_toKeysAndValues.forward(x, m_keysAndValues);
        m_products.weights(scale(), new Values(m_queries, 0), keys(m_keysAndValues), m_weights);
        Ops.softmax(m_weights);
        m_products.mix(1, m_weights, false, values(m_keysAndValues), new Values(m_mixed, 0));
        m_output.forward(m_mixed, y);
    }

    /** Sets dx = dL/dx from dy = dL/dy and the x that the forward pass had. */
    void backward(final INDArray x, final INDArray dy, final INDArray dx) {
        final INDArray dMixed = m_arena.take(m_mixed.shape());
        final INDArray dWeights = m_arena.take(m_weights.shape());
        final INDArray dQueries = m_arena.take(m_queries.shape());
        final INDArray dKeysAndValues = m_arena.take(m_keysAndValues.shape());
        m_output.backward(m_mixed, dy, dMixed);
        m_products.mix(1, m_weights, true, new Values(dMixed, 0), values(dKeysAndValues));
        m_products.weights(1, new Values(dMixed, 0), values(m_keysAndValues), dWeights);
        throughSoftmax(dWeights);
        m_products.mix(scale(), dWeights, false, keys(m_keysAndValues), new Values(dQueries, 0));
        m_products.mix(scale(), dWeights, true, new Values(m_queries, 0), keys(dKeysAndValues));
        m_toKeysAndValues.backward(x, dKeysAndValues, dx);
        m_toQueries.backwardAdding(Ops.firstRows(x, askingRows()), dQueries, Ops.firstRows(dx, askingRows()));
        m_arena.give(dKeysAndValues);
        m_arena.give(dQueries);
        m_arena.give(dWeights);
        m_arena.give(dMixed);
    }

    /** dS = P∘(dP − the row sums of dP∘P). */
    private void throughSoftmax(final INDArray d) {
        final INDArray sums = m_arena.take(d.size(0), 1);
        final INDArray shares = m_arena.take(d.shape());
        Ops.multiply(d, m_weights, d);
        Ops.rowSums(m_arena, d, sums);
        Ops.multiply(m_weights, sums, shares);
        Ops.subtract(d, shares, d);
        m_arena.give(shares);
        m_arena.give(sums);
    }
}
