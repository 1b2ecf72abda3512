package org.geco.asd.outlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.Seeds;

/**
 * Fits a Gaussian mixture with diagonal covariances: the seeds of k-means++, a few rounds of k-means, then expectation
 * maximisation. A variance never falls below what is added to it, so few vectors in many dimensions are no harm: the
 * fit of commons-math3 has no such floor and stops there.
 */
final class ExpectationMaximization {
    /** Added to each variance, as part of the mean variance of all vectors. */
    private static final double REGULARISATION = 1e-3;
    private static final int MOST_ROUNDS = 300;
    private static final int MEANS_ROUNDS = 20;
    private static final double TOLERANCE = 1e-9;

    /** Leaving out one vector each time would take as many fits as there are vectors. */
    private static final int MOST_FOLDS = 20;

    private final double[][] m_rows;
    private final double m_added;

    private ExpectationMaximization(final List<double[]> vectors, final double added) {
        m_rows = vectors.toArray(double[][]::new);
        m_added = added;
    }

    /** @return the mixture of all, and each vector's score by that of the others, or of all folds but its own */
    static Learnt learn(final List<double[]> vectors, final OutlierSettings settings) throws AsdException {
        final int n = vectors.size();
        final int folds = Math.min(n, MOST_FOLDS);
        final double added = REGULARISATION * meanVariance(vectors);
        Checks.require(added > 0, "a mixture needs two clips that differ.", "Record more normal clips.",
            "Or use the distance to the nearest neighbours, which needs one.");
        final List<GaussianMixture> without = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            final int left = fold;
            without.add(fit(IntStream.range(0, n).filter(i -> i % folds != left).mapToObj(vectors::get).toList(),
                settings, added));
        }
        return new Learnt(fit(vectors, settings, added).stored(), IntStream.range(0, n)
            .mapToObj(i -> Outcome.number(without.get(i % folds).score(vectors.get(i)))).toList());
    }

    static double meanVariance(final List<double[]> vectors) {
        final double[] mean = Vectors.mean(vectors);
        return vectors.stream().mapToDouble(vector -> Vectors.distance(vector, mean)).map(d -> d * d).sum()
            / vectors.size() / mean.length;
    }

    static GaussianMixture fit(final List<double[]> vectors, final OutlierSettings settings, final double added) {
        // sorted: the start must not depend on the order of the clips
        final List<double[]> sorted = vectors.stream().sorted(Comparator.comparing(v -> v, Arrays::compare)).toList();
        return new ExpectationMaximization(sorted, added).fit(Math.min(settings.components(), sorted.size()),
            new Seeds(settings.seed()).stream("mixture"));
    }

    private GaussianMixture fit(final int components, final SplittableRandom random) {
        GaussianMixture mixture = maximize(start(components, random));
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final double[][] parts = new double[m_rows.length][];
            double likelihood = 0;
            for (int i = 0; i < m_rows.length; i++) {
                parts[i] = mixture.logDensities(m_rows[i]);
                final double log = GaussianMixture.logSum(parts[i]);
                likelihood += log / m_rows.length;
                final double[] part = parts[i];
                Arrays.setAll(part, k -> Math.exp(part[k] - log));
            }
            if (likelihood - before < TOLERANCE) {
                return mixture;
            }
            before = likelihood;
            mixture = maximize(parts);
        }
        return mixture;
    }

    /** @return for each vector the component it belongs to, as parts of 0 and 1 */
    private double[][] start(final int components, final SplittableRandom random) {
        double[][] centres = {m_rows[random.nextInt(m_rows.length)]};
        while (centres.length < components) {
            final double[][] known = centres;
            final double[] far = Arrays.stream(m_rows).mapToDouble(row -> Math.pow(
                Vectors.distance(row, known[nearest(row, known)]), 2)).toArray();
            centres = Arrays.copyOf(known, known.length + 1);
            centres[known.length] = m_rows[draw(far, random)];
        }
        for (int round = 0; round < MEANS_ROUNDS; round++) {
            final double[][] old = centres;
            centres = IntStream.range(0, components).mapToObj(k -> {
                final List<double[]> members =
                    Arrays.stream(m_rows).filter(row -> nearest(row, old) == k).toList();
                return members.isEmpty() ? old[k] : Vectors.mean(members);
            }).toArray(double[][]::new);
        }
        final double[][] parts = new double[m_rows.length][components];
        for (int i = 0; i < m_rows.length; i++) {
            parts[i][nearest(m_rows[i], centres)] = 1;
        }
        return parts;
    }

    private static int draw(final double[] weights, final SplittableRandom random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static int nearest(final double[] row, final double[][] centres) {
        return IntStream.range(0, centres.length).boxed()
            .min(Comparator.comparingDouble(k -> Vectors.distance(row, centres[k]))).orElseThrow();
    }

    /** A component without vectors keeps a place among the others with hardly any weight. */
    private GaussianMixture maximize(final double[][] parts) {
        final int components = parts[0].length;
        final double[][] means = new double[components][m_rows[0].length];
        final double[][] variances = new double[components][m_rows[0].length];
        final double[] logWeights = new double[components];
        for (int k = 0; k < components; k++) {
            double weight = 10 * Math.ulp(1.0);
            for (int i = 0; i < m_rows.length; i++) {
                weight += parts[i][k];
            }
            for (int d = 0; d < means[k].length; d++) {
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < m_rows.length; i++) {
                    sum += parts[i][k] * m_rows[i][d];
                }
                final double mean = sum / weight;
                for (int i = 0; i < m_rows.length; i++) {
                    squares += parts[i][k] * (m_rows[i][d] - mean) * (m_rows[i][d] - mean);
                }
                means[k][d] = mean;
                variances[k][d] = squares / weight + m_added;
            }
            logWeights[k] = Math.log(weight / m_rows.length);
        }
        return new GaussianMixture(means, variances, logWeights);
    }
}
