package org.geco.asd.calibration;

import java.util.Optional;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One scale for the scores of machines with few clips: a score's distance from the mean of n others in units of their
 * deviation, divided by √(1 + 1/n), has Student's t-distribution with n − 1 degrees of freedom if scores are normal.
 * Its tail probability is the scale, negated to ascend with the score. Because n is in it, a held-out clip, judged by
 * the others of its machine (leave-one-out), and a fresh one, judged by all of them, can be compared, and so can
 * machines with different numbers of clips.
 */
final class StudentScale {
    /** Leaves two for the mean and deviation when one is left out. */
    private static final int FEWEST = 3;
    private static final double ROUNDING = 1e-12;

    private final double m_mean;
    private final double m_unit;
    private final TDistribution m_student;

    private StudentScale(final double mean, final double squares, final int n) {
        m_mean = mean;
        m_unit = Math.sqrt(squares / (n - 1) * (1 + 1.0 / n));
        m_student = new TDistribution(null, n - 1); // draws no random numbers
    }

    /** @return the scale of a machine for fresh scores; none if the held-out ones are too few, or equal but for one */
    static Optional<StudentScale> of(final double[] heldOut) {
        return leaveOneOut(heldOut).map(
            values -> new StudentScale(mean(heldOut), squares(heldOut, mean(heldOut)), heldOut.length));
    }

    /** @return where each held-out score lies on the scale of the others of its machine, or none as above */
    static Optional<double[]> leaveOneOut(final double[] heldOut) {
        final int n = heldOut.length;
        if (n < FEWEST) {
            return Optional.empty();
        }
        final double mean = mean(heldOut);
        final double squares = squares(heldOut, mean);
        final double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            final double distance = heldOut[i] - mean;
            final double others = squares - distance * distance * n / (n - 1);
            if (!(others > ROUNDING * squares)) {
                return Optional.empty();
            }
            values[i] = new StudentScale(mean - distance / (n - 1), others, n - 1).of(heldOut[i]);
        }
        return Optional.of(values);
    }

    private static double mean(final double[] scores) {
        return StatUtils.sum(scores) / scores.length;
    }

    private static double squares(final double[] scores, final double mean) {
        double squares = 0;
        for (final double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        return squares;
    }

    double of(final double score) {
        return -m_student.cumulativeProbability((m_mean - score) / m_unit);
    }

    /** The inverse of {@link #of}, to about nine digits. */
    double score(final double value) {
        return m_mean - m_unit * m_student.inverseCumulativeProbability(-value);
    }
}
