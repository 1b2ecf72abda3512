package org.geco.asd.outlier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;

/**
 * The covariance that machines share, each around its own mean. One decomposition is enough for all scores without one
 * vector each: A' = A − n/(n−1) c cᵀ, by the formula of Sherman and Morrison, with the shrinkage estimated anew.
 */
final class MahalanobisLearner {
    /** Of the trace: less is rounding. */
    private static final double SMALLEST = 1e-12;

    private final List<double[]> m_means = new ArrayList<>();
    private final List<Integer> m_counts = new ArrayList<>();
    private final Scatter m_scatter;
    private final Optional<Double> m_fixed;

    /**
     * @param machines the vectors of each machine, at least one each
     * @param fixed the shrinkage; empty for Ledoit and Wolf's
     */
    MahalanobisLearner(final List<List<double[]>> machines, final Optional<Double> fixed) {
        final List<double[]> residuals = new ArrayList<>();
        for (final List<double[]> vectors : machines) {
            final double[] mean = Vectors.mean(vectors);
            m_means.add(mean);
            m_counts.add(vectors.size());
            vectors.forEach(vector -> residuals.add(Vectors.minus(vector, mean)));
        }
        m_scatter = Scatter.of(residuals);
        m_fixed = fixed;
    }

    /** @return what is learned of one of the machines; an AsdException if there is no covariance to learn */
    Learnt learn(final int machine) throws AsdException {
        final int count = m_scatter.residuals().length;
        Checks.require(count > m_means.size(), "there is no second clip of any machine of its type, so nothing tells "
            + "how far clips usually lie from their mean.", "Record more normal clips.",
            "Or use the distance to the nearest neighbours, which needs one.");
        Checks.require(m_scatter.trace() > 0, "all its vectors are the same.", "Check the vectors.");
        double fourths = 0;
        double frobenius = 0;
        for (final double square : m_scatter.squares()) {
            fourths += square * square;
        }
        for (final double value : m_scatter.values()) {
            frobenius += value * value;
        }
        final Shrinkage shrinkage = Shrinkage.of(count, m_scatter.length(), m_scatter.trace(), fourths, frobenius,
            m_fixed);
        Checks.require(shrinkage.b() > 0 || m_scatter.isComplete(), "its covariance cannot be inverted: " + count
            + " clips span " + m_scatter.values().length + " of " + m_scatter.length() + " dimensions.",
            "Shrink the covariance more, or let the shrinkage be estimated.");
        final int first = IntStream.range(0, machine).map(m_counts::get).sum();
        final int n = m_counts.get(machine);
        final double others = fourths;
        final double norm = frobenius;
        return new Learnt(Mahalanobis.of(m_means.get(machine), m_scatter, shrinkage),
            IntStream.range(first, first + n).mapToObj(j -> without(j, first, n, others, norm)).toList());
    }

    /** The score of vector j, one of n from the first of its machine, with mean and covariance of all others. */
    private Outcome<Double> without(final int j, final int first, final int n, final double fourths,
        final double frobenius) {
        final int count = m_scatter.residuals().length - 1;
        if (n < 2 || count <= m_means.size()) {
            return Outcome.failed("Without this clip nothing is left to compare it with: record more normal clips.");
        }
        final double[] own = m_scatter.residuals()[j];
        final double square = m_scatter.squares()[j];
        final double factor = n / (n - 1.0);
        final double trace = m_scatter.trace() - factor * square;
        if (trace <= SMALLEST * m_scatter.trace()) {
            return Outcome.failed("All other vectors are the same.");
        }
        double fourthsLeft = fourths;
        for (int i = first; i < first + n; i++) {
            final double before = m_scatter.squares()[i];
            final double after = i == j ? 0 : before
                + 2 * Vectors.dot(m_scatter.residuals()[i], own) / (n - 1) + square / (n - 1) / (n - 1);
            fourthsLeft += after * after - before * before;
        }
        final double frobeniusLeft =
            frobenius - 2 * factor * m_scatter.quadratic(own) + factor * factor * square * square;
        final Shrinkage shrinkage = Shrinkage.of(count, own.length, trace, fourthsLeft, frobeniusLeft, m_fixed);
        final double inverse = m_scatter.inverse(own, shrinkage.a(), shrinkage.b());
        final double left = 1 - shrinkage.a() * factor * inverse;
        return left <= SMALLEST ? Outcome.failed("Without this clip the covariance cannot be inverted.")
            : Outcome.number(Math.sqrt(factor * factor * inverse / left));
    }
}
