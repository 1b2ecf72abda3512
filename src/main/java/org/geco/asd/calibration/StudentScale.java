package org.geco.asd.calibration;

import java.util.Optional;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * One scale for the scores of machines with few clips: a score's distance from the mean of n others in units of their
 * deviation, divided by √(1 + 1/n), has Student's t-distribution with n − 1 degrees of freedom if scores are normal. Its
 * tail probability is the scale, negated to ascend with the score. Because n is in it, a held-out clip, judged by the
 * others of its machine (leave-one-out), and a fresh one, judged by all of them, can be compared, and so can machines
 * with different numbers of clips.
 */
final class StudentScale {
    /** Leaves two for the mean and deviation when one is left out. */
    static final int FEWEST = 3;

    private final double m_mean;
    private final double m_unit;
    private final TDistribution m_student;

    private StudentScale(final double mean, final double squares, final int n) {
        m_mean = mean;
        m_unit = Math.sqrt(squares / (n - 1) * (1 + 1.0 / n));
        m_student = new TDistribution(n - 1);
    }

    private static StudentScale without(final int out, final double[] scores) {
        final int n = out < 0 ? scores.length : scores.length - 1;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += i == out ? 0 : scores[i];
        }
        final double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            squares += i == out ? 0 : (scores[i] - mean) * (scores[i] - mean);
        }
        return new StudentScale(mean, squares, n);
    }

    /** @return the scale of a machine for fresh scores; none if the held-out ones are too few, or equal but for one */
    static Optional<StudentScale> of(final double[] heldOut) {
        return heldOut.length >= FEWEST && leaveOneOut(heldOut).isPresent() ? Optional.of(without(-1, heldOut))
            : Optional.empty();
    }

    /** @return where each held-out score lies on the scale of the others */
    static Optional<double[]> leaveOneOut(final double[] heldOut) {
        final double[] values = new double[heldOut.length];
        for (int i = 0; i < values.length; i++) {
            final StudentScale others = without(i, heldOut);
            if (!(others.m_unit > 0)) {
                return Optional.empty();
            }
            values[i] = others.of(heldOut[i]);
        }
        return Optional.of(values);
    }

    double of(final double score) {
        return -m_student.cumulativeProbability((m_mean - score) / m_unit);
    }

    /** The inverse of {@link #of}, to about nine digits. */
    double score(final double value) {
        return m_mean - m_unit * m_student.inverseCumulativeProbability(-value);
    }
}
