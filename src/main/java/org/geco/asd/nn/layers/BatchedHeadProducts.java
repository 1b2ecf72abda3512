package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** ND4J's batched product on copies in window-and-head order: for backends whose memory BLAS calls cannot reach. */
record BatchedHeadProducts(Sizes sizes) implements HeadProducts {
    /** A copy [windows · heads, slots, size]. */
    private INDArray blocks(final Values values) {
        return byHead(values).dup('c').reshape((long)sizes.windows() * sizes.heads(), -1, sizes.size());
    }

    /** A view [windows, heads, slots, size]. */
    private INDArray byHead(final Values values) {
        final INDArray columns = values.matrix().get(NDArrayIndex.all(),
            NDArrayIndex.interval(values.column(), values.column() + sizes.width()));
        final long slots = values.matrix().size(0) / sizes.windows();
        return Ops.view(columns, new long[]{sizes.windows(), sizes.heads(), slots, sizes.size()},
            new long[]{values.columns(), sizes.size(), (long)values.columns() * sizes.windows(), 1},
            columns.offset());
    }

    private INDArray blocks(final INDArray weights) {
        return weights.reshape((long)sizes.windows() * sizes.heads(), sizes.queries(), sizes.keys());
    }

    @Override
    public void weights(final double alpha, final Values queries, final Values keys, final INDArray weights) {
        try (INDArray q = blocks(queries); INDArray k = blocks(keys)) {
            final INDArray out = blocks(weights);
            Ops.productWithTransposed(q, k, out);
            scale(alpha, out);
        }
    }

    @Override
    public void mix(final double alpha, final INDArray weights, final boolean transposed, final Values values,
        final Values out) {
        final long blocks = (long)sizes.windows() * sizes.heads();
        final int slots = transposed ? sizes.keys() : sizes.queries();
        try (INDArray v = blocks(values);
                INDArray result = Nd4j.createUninitialized(v.dataType(), blocks, slots, sizes.size())) {
            if (transposed) {
                Ops.productOfTransposed(blocks(weights), v, result);
            } else {
                Ops.product(blocks(weights), v, result);
            }
            scale(alpha, result);
            byHead(out).assign(result.reshape(sizes.windows(), sizes.heads(), slots, sizes.size()));
        }
    }

    private static void scale(final double alpha, final INDArray out) {
        if (alpha != 1) {
            out.muli(alpha);
        }
    }
}
