package org.geco.asd.outlier;

import java.util.Optional;

/**
 * The covariance (1 − α) A / N + α μ I, with μ the mean of its diagonal, as a A + b I: Ledoit and Wolf, <i>A
 * well-conditioned estimator for large-dimensional covariance matrices</i> (Journal of Multivariate Analysis 88, 2004).
 *
 * @param a factor of the scatter matrix
 * @param b factor of the identity
 */
record Shrinkage(double a, double b) {
    /**
     * @param count N
     * @param length d
     * @param trace of A
     * @param fourths sum of the fourth powers of the vectors' lengths
     * @param frobenius squared Frobenius norm of A
     * @param fixed α; empty for the estimate of least expected error
     */
    static Shrinkage of(final int count, final int length, final double trace, final double fourths,
        final double frobenius, final Optional<Double> fixed) {
        final double mu = trace / count / length;
        final double alpha = fixed.orElseGet(() -> estimate(count, length, mu, fourths, frobenius));
        return new Shrinkage((1 - alpha) / count, alpha * mu);
    }

    /** b² / d² of Ledoit and Wolf's section 3.3. */
    private static double estimate(final int count, final int length, final double mu, final double fourths,
        final double frobenius) {
        final double squared = frobenius / count / count;
        final double distance = squared - length * mu * mu;
        final double error = (fourths / count - squared) / count;
        return error <= 0 ? 0 : distance <= error ? 1 : error / distance;
    }
}
