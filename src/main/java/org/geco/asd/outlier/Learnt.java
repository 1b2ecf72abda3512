package org.geco.asd.outlier;

import java.util.List;

import org.geco.asd.common.Outcome;

/**
 * What was learned of one machine.
 *
 * @param reference what its vectors are compared with
 * @param leaveOneOut the score of each of its training vectors without itself, in their order
 */
record Learnt(Reference reference, List<Outcome<Double>> leaveOneOut) {
}
