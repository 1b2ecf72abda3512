package org.geco.asd.methods.pae;

/**
 * Between dB and the values the network sees. One mean and one deviation for all bands: a squared error of the network
 * times the squared deviation is then the squared error in dB², for every band alike, as equation (1) wants it.
 *
 * @param mean mean of the training set in dB
 * @param deviation standard deviation of the training set in dB, positive
 */
record Standardisation(float mean, float deviation) {

    /** Below this a training set is one constant, e.g. digital silence; dividing by it would blow up noise. */
    private static final double LEAST_DEVIATION = 1e-3;

    void apply(final float[] db, final int from, final float[] target, final int to, final int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (db[from + i] - mean) / deviation;
        }
    }

    float toDb(final float value) {
        return value * deviation + mean;
    }

    double squaredDeviation() {
        return (double)deviation * deviation;
    }

    /** Mean and deviation of values that come bit by bit (Welford's recurrence). */
    static final class Estimator {

        private long m_count;

        private double m_mean;

        private double m_squares;

        void add(final float[] values) {
            for (final float value : values) {
                m_count++;
                final double delta = value - m_mean;
                m_mean += delta / m_count;
                m_squares += delta * (value - m_mean);
            }
        }

        Standardisation result() {
            return new Standardisation((float)m_mean,
                (float)Math.max(LEAST_DEVIATION, Math.sqrt(m_squares / m_count)));
        }
    }
}
