package org.geco.asd.calibration;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;
import org.geco.asd.common.Outcome;

/**
 * A gamma distribution of scores, as the DCASE baselines use it, but fitted to held-out clips: a second opinion that
 * promises nothing. Its location is 0 where all scores are above 0, as errors and distances are, else one deviation
 * below the smallest; shape and scale, both above 0, are those of the highest likelihood.
 */
public record GammaFit(double shape, double scale, double location) {
    private static final int FEWEST = 5;
    private static final int STEPS = 100;

    /** Beyond, a deviation is less than a ten-thousandth of the mean, and rounding decides. */
    private static final double LARGEST_SHAPE = 1e8;

    /** @return the fit to finite scores in any order, or why there is none */
    static Outcome<GammaFit> of(final double[] scores) {
        if (scores.length < FEWEST) {
            return Outcome.failed("a gamma distribution is not fitted to fewer than " + FEWEST + " clips");
        }
        final double mean = StatUtils.sum(scores) / scores.length;
        double least = scores[0];
        double squares = 0;
        for (final double score : scores) {
            least = Math.min(least, score);
            squares += (score - mean) * (score - mean);
        }
        final double deviation = Math.sqrt(squares / (scores.length - 1));
        final double location = least > 0 ? 0 : least - deviation;
        final double[] logs = new double[scores.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(scores[i] - location);
        }
        final double spread = Math.log(mean - location) - StatUtils.sum(logs) / logs.length;
        final double shape = deviation > 0 && spread > 0 ? shape(spread) : Double.POSITIVE_INFINITY;
        return shape > 0 && shape < LARGEST_SHAPE
            ? Outcome.of(new GammaFit(shape, (mean - location) / shape, location))
            : Outcome.failed("a gamma distribution cannot be fitted: the held-out clips have nearly the same score");
    }

    /**
     * Solves log k − ψ(k) = log(mean) − mean(log) by the iteration of Minka, Estimating a Gamma distribution (2002):
     * Newton's, in 1/k, which converges in about four steps.
     */
    private static double shape(final double spread) {
        double k = (3 - spread + Math.sqrt((spread - 3) * (spread - 3) + 24 * spread)) / (12 * spread);
        for (int i = 0; i < STEPS; i++) {
            final double next = 1 / (1 / k
                + (Math.log(k) - Gamma.digamma(k) - spread) / (k * k * (1 / k - Gamma.trigamma(k))));
            if (!(Math.abs(next - k) > 1e-12 * k)) {
                return next;
            }
            k = next;
        }
        return k;
    }

    /** @return what the distribution exceeds with this probability */
    public double threshold(final double rate) {
        return location + scale * new GammaDistribution(shape, 1).inverseCumulativeProbability(1 - rate);
    }

    /** @return the probability of this score or a higher one, 0 to 1 */
    public double pValue(final double score) {
        return score <= location ? 1 : Gamma.regularizedGammaQ(shape, (score - location) / scale);
    }
}
