package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vectors in the plane in which they differ most: principal component analysis.
 *
 * @param places two coordinates for each vector, from the mean of all
 * @param shares the part of the variance of all vectors that each coordinate holds; 0 if they do not vary
 */
public record Projection(double[][] places, double[] shares) {
    private static final int AXES = 2;

    /** The axes are those of so many vectors, evenly spaced among all: more hardly turn them, and take long. */
    private static final int MOST = 150;

    /** @return the vectors of the same length, of which there is one at least, laid out */
    public static Projection of(final List<double[]> vectors) {
        final double[] mean = Vectors.mean(vectors);
        final List<double[]> residuals = vectors.stream().map(vector -> Vectors.minus(vector, mean)).toList();
        final int count = Math.min(MOST, residuals.size());
        final double[][] basis = Scatter.of(IntStream.range(0, count)
            .mapToObj(i -> residuals.get((int)((long)i * residuals.size() / count))).toList()).basis();
        final double[][] places = residuals.stream().map(residual -> IntStream.range(0, AXES)
            .mapToDouble(axis -> axis < basis.length ? Vectors.dot(basis[axis], residual) : 0).toArray())
            .toArray(double[][]::new);
        final double all = residuals.stream().mapToDouble(residual -> Vectors.dot(residual, residual)).sum();
        return new Projection(places, IntStream.range(0, AXES).mapToDouble(axis -> all == 0 ? 0
            : Arrays.stream(places).mapToDouble(place -> place[axis] * place[axis]).sum() / all).toArray());
    }
}
