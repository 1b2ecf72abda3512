package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The scatter matrix A = Σ c cᵀ of N vectors of length d around their means, by its eigenvectors: computed on the
 * smaller of its two sides, so that long vectors of few clips cost little.
 *
 * @param residuals the N vectors c
 * @param squares their squared lengths
 * @param values the positive eigenvalues of A, descending
 * @param basis their eigenvectors, of length 1
 */
record Scatter(double[][] residuals, double[] squares, double[] values, double[][] basis) {
    /** Eigenvalues below this part of the largest are rounding. */
    private static final double SMALLEST = 1e-10;

    static Scatter of(final List<double[]> residuals) {
        final double[][] rows = residuals.toArray(double[][]::new);
        final double[] squares = Arrays.stream(rows).mapToDouble(row -> Vectors.dot(row, row)).toArray();
        final RealMatrix matrix = new BlockRealMatrix(rows);
        final boolean few = rows.length < rows[0].length;
        final EigenDecomposition eigen = new EigenDecomposition(
            few ? matrix.multiply(matrix.transpose()) : matrix.transpose().multiply(matrix));
        final double[] all = eigen.getRealEigenvalues();
        final double[] values = Arrays.stream(all).filter(value -> value > SMALLEST * all[0] && all[0] > 0).toArray();
        final double[][] basis = IntStream.range(0, values.length).mapToObj(k -> {
            final double[] vector = eigen.getEigenvector(k).toArray();
            return few ? scaled(matrix.preMultiply(vector), 1 / Math.sqrt(values[k])) : vector;
        }).toArray(double[][]::new);
        return new Scatter(rows, squares, values, basis);
    }

    private static double[] scaled(final double[] vector, final double factor) {
        return Arrays.stream(vector).map(value -> value * factor).toArray();
    }

    int length() {
        return residuals[0].length;
    }

    double trace() {
        return Arrays.stream(squares).sum();
    }

    /** @return whether every direction has an eigenvector */
    boolean isComplete() {
        return values.length == length();
    }

    /** @return vᵀ A v */
    double quadratic(final double[] vector) {
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            final double projection = Vectors.dot(basis[k], vector);
            sum += values[k] * projection * projection;
        }
        return sum;
    }

    /** @return vᵀ (a A + b I)⁻¹ v */
    double inverse(final double[] vector, final double a, final double b) {
        double sum = 0;
        double rest = Vectors.dot(vector, vector);
        for (int k = 0; k < values.length; k++) {
            final double projection = Vectors.dot(basis[k], vector);
            sum += projection * projection / (a * values[k] + b);
            rest -= projection * projection;
        }
        return isComplete() ? sum : sum + Math.max(0, rest) / b;
    }
}
