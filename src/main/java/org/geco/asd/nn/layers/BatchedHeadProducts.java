package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** ND4J's batched product on copies in window-and-head order: for backends whose memory BLAS calls cannot reach. */
final class BatchedHeadProducts implements HeadProducts {

    private final Sizes m_sizes;

    BatchedHeadProducts(final Sizes sizes) {
        m_sizes = sizes;
    }

    /** A copy [windows · heads, slots, size]. */
    private INDArray blocks(final Values values) {
        return byHead(values).dup('c').reshape((long)m_sizes.windows() * m_sizes.heads(), -1, m_sizes.size());
    }

    /** A view [windows, heads, slots, size]. */
    private INDArray byHead(final Values values) {
        final INDArray columns = values.matrix().get(NDArrayIndex.all(),
            NDArrayIndex.interval(values.column(), values.column() + m_sizes.width()));
        final long slots = values.matrix().size(0) / m_sizes.windows();
        return Ops.view(columns, new long[]{m_sizes.windows(), m_sizes.heads(), slots, m_sizes.size()},
            new long[]{values.columns(), m_sizes.size(), (long)values.columns() * m_sizes.windows(), 1},
            columns.offset());
    }

    private INDArray blocks(final INDArray weights) {
        return weights.reshape((long)m_sizes.windows() * m_sizes.heads(), m_sizes.queries(), m_sizes.keys());
    }

    @Override
    public void weights(final double alpha, final Values queries, final Values keys, final INDArray weights) {
        try (INDArray q = blocks(queries); INDArray k = blocks(keys)) {
            multiply(alpha, q, k, false, true, blocks(weights));
        }
    }

    @Override
    public void mix(final double alpha, final INDArray weights, final Values values, final Values out) {
        toRows(alpha, weights, values, out, false, m_sizes.queries());
    }

    @Override
    public void mixBack(final double alpha, final INDArray weights, final Values values, final Values out) {
        toRows(alpha, weights, values, out, true, m_sizes.keys());
    }

    private void toRows(final double alpha, final INDArray weights, final Values values, final Values out,
        final boolean transposed, final int slots) {
        final long blocks = (long)m_sizes.windows() * m_sizes.heads();
        try (INDArray v = blocks(values);
                INDArray result = Nd4j.createUninitialized(v.dataType(), blocks, slots, m_sizes.size())) {
            multiply(alpha, blocks(weights), v, transposed, false, result);
            byHead(out).assign(result.reshape(m_sizes.windows(), m_sizes.heads(), slots, m_sizes.size()));
        }
    }

    private static void multiply(final double alpha, final INDArray a, final INDArray b, final boolean transposeA,
        final boolean transposeB, final INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder("matmul").addInputs(a, b).addOutputs(out)
            .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0).build());
        if (alpha != 1) {
            out.muli(alpha);
        }
    }
}
