package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The many small matrix products of {@link Attention}: one for each window and head. Attention weights are
 * [windows · heads · queries, keys]: a block [queries, keys] for each window and head.
 */
interface HeadProducts {
    /** Windows and heads, slots that ask and that are asked, values of a head. */
    record Sizes(int windows, int heads, int queries, int keys, int size) {
        int width() {
            return heads * size;
        }
    }

    /** Head values from a column on within a matrix [slots · windows, columns], slot after slot. */
    record Values(INDArray matrix, int column) {
        int columns() {
            return (int)matrix.size(1);
        }
    }

    /** weights ← α·queries·keysᵀ. */
    void weights(double alpha, Values queries, Values keys, INDArray weights);

    /** out (of the queries' slots) ← α·weights·values (of the keys'), or α·weightsᵀ·values the other way round. */
    void mix(double alpha, INDArray weights, boolean transposed, Values values, Values out);

    /** What a dry run computes. */
    final class None implements HeadProducts {
        @Override
        public void weights(final double alpha, final Values queries, final Values keys, final INDArray weights) {
            // there are no values
        }

        @Override
        public void mix(final double alpha, final INDArray weights, final boolean transposed, final Values values,
            final Values out) {
            // there are no values
        }
    }

    /** @return the way that suits the backend; nothing to do in a dry run */
    static HeadProducts of(final Arena arena, final Sizes sizes) {
        if (arena.isDryRun()) {
            return new None();
        }
        return HostArray.isInHostMemory() ? new BlasHeadProducts(sizes) : new BatchedHeadProducts(sizes);
    }
}
