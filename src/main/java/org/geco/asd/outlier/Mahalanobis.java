package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.Map;

import org.geco.asd.files.Tensor;

/**
 * The Mahalanobis distance to a machine's mean: √(c Σ⁻¹ c), where Σ has the eigenvectors of the basis and is a multiple
 * of the identity beside them.
 */
final class Mahalanobis implements Reference {
    private static final String MEAN = "mean";
    private static final String BASIS = "basis";
    private static final String INVERSE = "inverse";

    private final double[] m_mean;
    private final double[][] m_basis;

    /** The inverse eigenvalue of each vector of the basis, and of what lies beside them. */
    private final double[] m_inverse;

    private Mahalanobis(final double[][] mean, final double[][] basis, final double[][] inverse) {
        m_mean = mean[0];
        m_basis = basis;
        m_inverse = inverse[0];
        if (basis.length + 1 != m_inverse.length || basis.length > 0 && basis[0].length != m_mean.length) {
            throw new IllegalArgumentException("mean and covariance do not belong together");
        }
    }

    static Mahalanobis of(final double[] mean, final Scatter scatter, final Shrinkage shrinkage) {
        final double[] inverse = new double[scatter.values().length + 1];
        for (int k = 0; k < scatter.values().length; k++) {
            inverse[k] = 1 / (shrinkage.a() * scatter.values()[k] + shrinkage.b());
        }
        inverse[scatter.values().length] = scatter.isComplete() ? 0 : 1 / shrinkage.b();
        return new Mahalanobis(Vectors.stored(mean), Vectors.stored(scatter.basis()), Vectors.stored(inverse));
    }

    static Mahalanobis of(final Map<String, Tensor> arrays) {
        return new Mahalanobis(Vectors.rows(arrays.get(MEAN)), Vectors.rows(arrays.get(BASIS)),
            Vectors.rows(arrays.get(INVERSE)));
    }

    @Override
    public double score(final double[] vector) {
        final double[] residual = Vectors.minus(vector, m_mean);
        double sum = 0;
        double rest = Vectors.dot(residual, residual);
        for (int k = 0; k < m_basis.length; k++) {
            final double projection = Vectors.dot(m_basis[k], residual);
            sum += projection * projection * m_inverse[k];
            rest -= projection * projection;
        }
        return Math.sqrt(sum + Math.max(0, rest) * m_inverse[m_basis.length]);
    }

    /** c_i (Σ⁻¹ c)_i: they add up to the squared distance. */
    @Override
    public double[] contributions(final double[] vector) {
        final double[] residual = Vectors.minus(vector, m_mean);
        final double beside = m_inverse[m_basis.length];
        final double[] weighted = Arrays.stream(residual).map(value -> value * beside).toArray();
        for (int k = 0; k < m_basis.length; k++) {
            final double[] direction = m_basis[k];
            final double length = Vectors.dot(direction, residual) * (m_inverse[k] - beside);
            Arrays.setAll(weighted, i -> weighted[i] + length * direction[i]);
        }
        Arrays.setAll(weighted, i -> weighted[i] * residual[i]);
        return weighted;
    }

    @Override
    public Map<String, Tensor> arrays() {
        return Map.of(MEAN, Vectors.tensor(m_mean), BASIS, Vectors.tensor(m_basis), INVERSE,
            Vectors.tensor(m_inverse));
    }
}
