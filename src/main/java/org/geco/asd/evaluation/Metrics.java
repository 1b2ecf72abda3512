package org.geco.asd.evaluation;

import org.geco.asd.common.Outcome;

/**
 * The two numbers of DCASE Task 2, or why they are missing.
 *
 * @param auc area under the ROC curve, 0 to 1, 0.5 is chance
 * @param partialAuc McClish-standardised area up to the highest false-positive rate, 0.5 is chance
 */
public record Metrics(Outcome<Double> auc, Outcome<Double> partialAuc) {
}
