package org.geco.asd.outlier;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * A vector to learn from.
 *
 * @param machine whose clip it is of
 * @param vector its values, or why there are none
 */
public record VectorSample(MachineId machine, Outcome<double[]> vector) {
}
