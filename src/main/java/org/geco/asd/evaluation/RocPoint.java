package org.geco.asd.evaluation;

/**
 * One corner of a ROC curve.
 *
 * @param threshold clips with this score or a higher one are called anomalous; +∞ for the first point (0, 0)
 * @param falsePositiveRate share of normal clips called anomalous, 0 to 1
 * @param truePositiveRate share of anomalous clips called anomalous, 0 to 1
 */
public record RocPoint(double threshold, double falsePositiveRate, double truePositiveRate) {
}
