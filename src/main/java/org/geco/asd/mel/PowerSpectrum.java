package org.geco.asd.mel;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The windowed power spectrum of single frames, |FFT(window · x)|², with a periodic Hann window (TarsosDSP's own
 * Hann window is the symmetric one) and zeros beyond the clip's ends. In double precision: the rounding of a float FFT
 * (TarsosDSP's) moves quiet bands beside a loud tone by more than 1e-3 dB, and JTransforms is as fast in doubles.
 * Holds work arrays: one thread at a time.
 */
final class PowerSpectrum {

    private final double[] m_window;

    private final DoubleFFT_1D m_fft;

    private final double[] m_frame;

    private final double[] m_power;

    /** @param length samples of the window, a power of two */
    PowerSpectrum(final int length) {
        m_window = periodicHann(length);
        m_fft = new DoubleFFT_1D(length);
        m_frame = new double[length];
        m_power = new double[length / 2 + 1];
    }

    static double[] periodicHann(final int length) {
        final double[] window = new double[length];
        for (int i = 0; i < length; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
        }
        return window;
    }

    /**
     * @param samples the clip
     * @param centre index of the sample in the middle of the frame
     * @return windowLength / 2 + 1 powers; the array is used again by the next call
     */
    double[] at(final float[] samples, final int centre) {
        final int length = m_frame.length;
        final int start = centre - length / 2;
        for (int i = 0; i < length; i++) {
            final int at = start + i;
            m_frame[i] = at >= 0 && at < samples.length ? samples[at] * m_window[i] : 0;
        }
        m_fft.realForward(m_frame);
        // packed: the real parts of the first and the last bin share the first pair
        m_power[0] = m_frame[0] * m_frame[0];
        m_power[length / 2] = m_frame[1] * m_frame[1];
        for (int bin = 1; bin < length / 2; bin++) {
            final double re = m_frame[2 * bin];
            final double im = m_frame[2 * bin + 1];
            m_power[bin] = re * re + im * im;
        }
        return m_power;
    }
}
