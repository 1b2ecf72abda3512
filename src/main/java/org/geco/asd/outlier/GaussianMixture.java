package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.geco.asd.files.Tensor;

/** Minus the logarithm of the density of a mixture of Gaussians with diagonal covariances. */
final class GaussianMixture implements Reference {
    private static final String MEANS = "means";
    private static final String VARIANCES = "variances";
    private static final String LOG_WEIGHTS = "log-weights";

    private final double[][] m_means;
    private final double[][] m_variances;

    /** Of each component the logarithm of its weight over its normalising constant. */
    private final double[] m_logFactors;

    /** Of each component the logarithm of its weight. */
    private final double[] m_logWeights;

    /** The values are shared. */
    GaussianMixture(final double[][] means, final double[][] variances, final double[] logWeights) {
        m_means = means;
        m_variances = variances;
        m_logWeights = logWeights;
        if (means.length != variances.length || means.length != logWeights.length || means.length == 0) {
            throw new IllegalArgumentException("means and variances do not belong together");
        }
        m_logFactors = new double[means.length];
        Arrays.setAll(m_logFactors, k -> logWeights[k]
            - Arrays.stream(variances[k]).map(variance -> Math.log(2 * Math.PI * variance)).sum() / 2);
    }

    static GaussianMixture of(final Map<String, Tensor> arrays) {
        return new GaussianMixture(Vectors.rows(arrays.get(MEANS)), Vectors.rows(arrays.get(VARIANCES)),
            Vectors.rows(arrays.get(LOG_WEIGHTS))[0]);
    }

    /** @return the same of 32-bit floats, as an archive holds it */
    GaussianMixture stored() {
        return of(arrays());
    }

    /** @return of each component the logarithm of its weight times its density */
    double[] logDensities(final double[] vector) {
        final double[] logs = m_logFactors.clone();
        for (int k = 0; k < logs.length; k++) {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                final double residual = vector[i] - m_means[k][i];
                sum += residual * residual / m_variances[k][i];
            }
            logs[k] -= sum / 2;
        }
        return logs;
    }

    /** log Σ exp, without overflow. */
    static double logSum(final double[] logs) {
        final double largest = Arrays.stream(logs).max().orElseThrow();
        return largest + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum());
    }

    @Override
    public double score(final double[] vector) {
        return -logSum(logDensities(vector));
    }

    /** The squares to the mean of the likeliest component, in units of its variances. */
    @Override
    public double[] contributions(final double[] vector) {
        final double[] logs = logDensities(vector);
        final int likeliest = IntStream.range(0, logs.length).reduce((a, b) -> logs[b] > logs[a] ? b : a).orElseThrow();
        final double[] residual = Vectors.minus(vector, m_means[likeliest]);
        Arrays.setAll(residual, i -> residual[i] * residual[i] / m_variances[likeliest][i]);
        return residual;
    }

    @Override
    public Map<String, Tensor> arrays() {
        return Map.of(MEANS, Vectors.tensor(m_means), VARIANCES, Vectors.tensor(m_variances), LOG_WEIGHTS,
            Vectors.tensor(m_logWeights));
    }
}
