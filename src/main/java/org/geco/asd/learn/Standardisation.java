package org.geco.asd.learn;

import java.util.Arrays;

/**
 * Between dB and the values that a network sees: mean and (positive) deviation in dB of the training set, of all values
 * or of each mel band.
 */
public record Standardisation(float[] mean, float[] deviation) {
    /** Below this a training set is one constant, e.g. digital silence; dividing by it would blow up noise. */
    private static final double LEAST_DEVIATION = 1e-3;

    /** A band above a recorder's limit is constant in training: 1 dB of noise in a test must not be 1000 deviations. */
    private static final double LEAST_DEVIATION_OF_A_BAND = 1;

    /** @return the same mean and deviation, positive, in dB for each band */
    public static Standardisation of(final float mean, final float deviation) {
        return new Standardisation(new float[]{mean}, new float[]{deviation});
    }

    /** @return what leaves the values of so many bands as they are */
    static Standardisation none(final int bands) {
        final float[] ones = new float[bands];
        Arrays.fill(ones, 1);
        return new Standardisation(new float[bands], ones);
    }

    /** Standardises so many dB values, whole frames if each band has its own mean, from one index on to another. */
    public void apply(final float[] db, final int from, final float[] target, final int to, final int count) {
        if (mean.length == 1) {
            final float m = mean[0];
            final float d = deviation[0];
            for (int i = 0; i < count; i++) {
                target[to + i] = (db[from + i] - m) / d;
            }
            return;
        }
        for (int i = 0; i < count; i += mean.length) {
            for (int b = 0; b < mean.length; b++) {
                target[to + i + b] = (db[from + i + b] - mean[b]) / deviation[b];
            }
        }
    }

    /** @return a standardised value of a band in dB */
    public float toDb(final float value, final int band) {
        final int own = mean.length == 1 ? 0 : band;
        return value * deviation[own] + mean[own];
    }

    /** @return dB² in one squared standardised unit, if that is the same for all bands */
    public double squaredDeviation() {
        return (double)deviation[0] * deviation[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final Standardisation that && Arrays.equals(mean, that.mean)
            && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation);
    }

    /** Mean and deviation of frames that come clip by clip (Welford's recurrence). */
    static final class Estimator {
        private final double[] m_mean;
        private final double[] m_squares;
        private long m_count;

        /** @param groups 1 for one mean of all values, or the number of bands */
        Estimator(final int groups) {
            m_mean = new double[groups];
            m_squares = new double[groups];
        }

        void add(final float[] values) {
            for (int i = 0; i < values.length; i += m_mean.length) {
                m_count++;
                for (int b = 0; b < m_mean.length; b++) {
                    final double delta = values[i + b] - m_mean[b];
                    m_mean[b] += delta / m_count;
                    m_squares[b] += delta * (values[i + b] - m_mean[b]);
                }
            }
        }

        Standardisation result() {
            final float[] mean = new float[m_mean.length];
            final float[] deviation = new float[m_mean.length];
            final double least = mean.length == 1 ? LEAST_DEVIATION : LEAST_DEVIATION_OF_A_BAND;
            for (int b = 0; b < mean.length; b++) {
                mean[b] = (float)m_mean[b];
                deviation[b] = (float)Math.max(least, Math.sqrt(m_squares[b] / m_count));
            }
            return new Standardisation(mean, deviation);
        }
    }
}
