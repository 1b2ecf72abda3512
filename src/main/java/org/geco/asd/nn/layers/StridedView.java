package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A view of images [batch, height, width, channels] in an array, with any strides and index of the first value, of
 * which rows and columns can be taken as views again. ND4J's own indexing refuses steps along a direction of one
 * element.
 */
record StridedView(INDArray array, long[] shape, long[] strides, long offset) {
    /** Positions in one direction: the first, from one to the next, how many. */
    record Steps(int first, int step, int count) { }

    /** @return whole images, as they lie in their array */
    static StridedView all(final INDArray images) {
        return new StridedView(images, images.shape(), images.stride(), images.offset());
    }

    /** @return a view of some rows and columns of all images */
    INDArray of(final Steps rows, final Steps columns) {
        return Ops.view(array, new long[]{shape[0], rows.count(), columns.count(), shape[3]},
            new long[]{strides[0], rows.step() * strides[1], columns.step() * strides[2], strides[3]},
            offset + rows.first() * strides[1] + columns.first() * strides[2]);
    }

    /** @return a view of every n-th row and column of all images, from the first on */
    INDArray every(final int n) {
        return of(every(n, shape[1]), every(n, shape[2]));
    }

    private static Steps every(final int n, final long size) {
        return new Steps(0, n, (int)((size + n - 1) / n));
    }
}
