package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.files.Tensor;

/**
 * The mean distance to the k nearest of a machine's vectors, all where it has fewer. With local-density scaling each
 * distance is first divided by the mean distance of the neighbour to its own k nearest, so that a lonely kind of normal
 * clips is not taken for an anomaly: Wilkinghoff et al., <i>Local Density-Based Anomaly Score Normalization for Domain
 * Generalization</i> (arXiv 2509.10951).
 */
final class NearestNeighbours implements Reference {
    private static final String VECTORS = "vectors";
    private static final String DENSITIES = "densities";

    /** Of the mean distance to neighbours: copies of one clip do not make what is beside them infinitely far. */
    private static final double SMALLEST = 1e-3;

    private final double[][] m_vectors;

    /** What distances to each vector are divided by. */
    private final double[] m_densities;
    private final int m_neighbours;

    private NearestNeighbours(final double[][] vectors, final double[] densities, final int neighbours) {
        m_vectors = vectors;
        m_densities = densities;
        m_neighbours = neighbours;
        if (vectors.length != densities.length || vectors.length == 0) {
            throw new IllegalArgumentException("vectors and densities do not belong together");
        }
    }

    static NearestNeighbours of(final Map<String, Tensor> arrays, final int neighbours) {
        return new NearestNeighbours(Vectors.rows(arrays.get(VECTORS)), Vectors.rows(arrays.get(DENSITIES))[0],
            neighbours);
    }

    static Learnt learn(final List<double[]> vectors, final OutlierSettings settings) {
        final int n = vectors.size();
        final int k = settings.neighbours();
        final double[][] rows = vectors.toArray(double[][]::new);
        // one more than k: what the neighbours are without one of them is known too
        final int[][] nearest = IntStream.range(0, n).mapToObj(i -> nearest(rows, i, k + 1)).toArray(int[][]::new);
        final boolean scaled = settings.localDensity();
        final double[] densities = densities(rows, nearest, k, scaled, -1);
        final NearestNeighbours all = new NearestNeighbours(Vectors.stored(rows), Vectors.stored(densities)[0], k);
        final int least = scaled ? 3 : 2;
        return new Learnt(all, IntStream.range(0, n).mapToObj(j -> n < least
            ? Outcome.<Double> failed("Its machine has " + n + (n == 1 ? " clip, " : " clips, ") + least
                + " are needed to score one of them by the others: record more normal clips.")
            : Outcome.number(score(rows, rows[j], densities(rows, nearest, k, scaled, j), k, i -> i != j))).toList());
    }

    /** The indices of the vectors nearest to one, without itself, at most so many. */
    private static int[] nearest(final double[][] rows, final int own, final int most) {
        final double[] distances =
            IntStream.range(0, rows.length).mapToDouble(i -> Vectors.distance(rows[own], rows[i])).toArray();
        return IntStream.range(0, rows.length).filter(i -> i != own).boxed()
            .sorted((a, b) -> Double.compare(distances[a], distances[b])).limit(most).mapToInt(i -> i).toArray();
    }

    /** Of every vector, as if one of them, if not −1, were not there; 1 each if distances are not to be scaled. */
    private static double[] densities(final double[][] rows, final int[][] nearest, final int neighbours,
        final boolean scaled, final int without) {
        final double[] densities = new double[rows.length];
        Arrays.fill(densities, 1);
        if (!scaled) {
            return densities;
        }
        Arrays.setAll(densities, i -> Arrays.stream(nearest[i]).filter(other -> other != without).limit(neighbours)
            .mapToDouble(other -> Vectors.distance(rows[i], rows[other])).average().orElse(0));
        final double floor = SMALLEST * IntStream.range(0, rows.length).filter(i -> i != without)
            .mapToDouble(i -> densities[i]).average().orElse(0);
        return Arrays.stream(densities).map(density -> floor > 0 ? Math.max(density, floor) : 1).toArray();
    }

    private static double score(final double[][] rows, final double[] vector, final double[] densities,
        final int neighbours, final IntPredicate used) {
        return IntStream.range(0, rows.length).filter(used)
            .mapToDouble(i -> Vectors.distance(vector, rows[i]) / densities[i]).sorted().limit(neighbours).average()
            .orElseThrow();
    }

    @Override
    public double score(final double[] vector) {
        return score(m_vectors, vector, m_densities, m_neighbours, i -> true);
    }

    /** The mean of the squares to the nearest vectors. */
    @Override
    public double[] contributions(final double[] vector) {
        final int[] nearest = IntStream.range(0, m_vectors.length).boxed()
            .sorted(Comparator.comparingDouble(i -> Vectors.distance(vector, m_vectors[i]) / m_densities[i]))
            .limit(m_neighbours).mapToInt(i -> i).toArray();
        final double[] contributions = new double[vector.length];
        for (final int i : nearest) {
            final double[] difference = Vectors.minus(vector, m_vectors[i]);
            final double unit = m_densities[i] * m_densities[i] * nearest.length;
            Arrays.setAll(contributions, d -> contributions[d] + difference[d] * difference[d] / unit);
        }
        return contributions;
    }

    @Override
    public Map<String, Tensor> arrays() {
        return Map.of(VECTORS, Vectors.tensor(m_vectors), DENSITIES, Vectors.tensor(m_densities));
    }
}
