package org.geco.asd.methods.geco;

/**
 * Between dB and the values that the network sees: every mel band with its own mean and deviation of the training set.
 *
 * @param mean mean of each band in dB
 * @param deviation standard deviation of each band in dB, positive
 */
record BandStandardisation(float[] mean, float[] deviation) {

    /** A band that is constant in training, e.g. above a recorder's limit, must not blow up its rounding noise. */
    private static final double LEAST_DEVIATION = 1e-3;

    /** Standardises {@code target} in place: whole frames from {@code from} to before {@code to}. */
    void apply(final float[] target, final int from, final int to) {
        for (int i = from; i < to; i += mean.length) {
            for (int b = 0; b < mean.length; b++) {
                target[i + b] = (target[i + b] - mean[b]) / deviation[b];
            }
        }
    }

    /** Mean and deviation of frames that come clip by clip (Welford's recurrence). */
    static final class Estimator {

        private final double[] m_mean;

        private final double[] m_squares;

        private long m_frames;

        Estimator(final int mels) {
            m_mean = new double[mels];
            m_squares = new double[mels];
        }

        void add(final float[] frames) {
            for (int i = 0; i < frames.length; i += m_mean.length) {
                m_frames++;
                for (int b = 0; b < m_mean.length; b++) {
                    final double delta = frames[i + b] - m_mean[b];
                    m_mean[b] += delta / m_frames;
                    m_squares[b] += delta * (frames[i + b] - m_mean[b]);
                }
            }
        }

        BandStandardisation result() {
            final float[] mean = new float[m_mean.length];
            final float[] deviation = new float[m_mean.length];
            for (int b = 0; b < mean.length; b++) {
                mean[b] = (float)m_mean[b];
                deviation[b] = (float)Math.max(LEAST_DEVIATION, Math.sqrt(m_squares[b] / m_frames));
            }
            return new BandStandardisation(mean, deviation);
        }
    }
}
