package org.geco.asd.outlier;

import java.util.Map;

import org.geco.asd.files.Tensor;

/** What the vectors of one machine are compared with. Immutable; of 32-bit floats, as it is stored. */
interface Reference {
    /** @return how far a scaled vector lies from the machine's normal ones */
    double score(double[] vector);

    /**
     * @return of each value of a scaled vector what it adds to how far the vector lies: of the Mahalanobis distance its
     *         part of the square, negative for a value that goes with others as it usually does; else its squared
     *         distance from what the vector is compared with
     */
    double[] contributions(double[] vector);

    /** @return what it is made of, by name */
    Map<String, Tensor> arrays();
}
