package org.geco.asd.nn.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Parts of matrices that lie in one piece. */
public final class Rows {

    private Rows() {
    }

    /** @return the first rows of a matrix, as a view; the matrix itself if these are all */
    public static INDArray first(final INDArray matrix, final long rows) {
        return rows == matrix.size(0) ? matrix
            : matrix.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
    }
}
