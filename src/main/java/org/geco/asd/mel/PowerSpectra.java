package org.geco.asd.mel;

import java.util.Arrays;

/**
 * The windowed power spectra of several frames at once, |FFT(window · x)|², with a periodic Hann window (TarsosDSP's
 * own Hann window is the symmetric one) and zeros beyond the clip's ends. In double precision: the rounding of a float
 * FFT (TarsosDSP's) moves quiet bands beside a loud tone by more than 1e-3 dB. A frame's two halves, its even and its
 * odd samples, are transformed as real and imaginary part of one signal of half the length. Holds work arrays: one
 * thread at a time.
 */
final class PowerSpectra {
    /** Frames at once: long enough loops, and 512 KB for windows of 1024. */
    static final int MOST_FRAMES = 64;

    /** As many doubles as a cache line holds: frames that are written side by side. */
    private static final int SIDE_BY_SIDE = 8;

    /** Half the window: the transform of the two halves gives twice the spectrum. */
    private final double[] m_window;
    private final double[] m_cos;
    private final double[] m_sin;
    private final ColumnFft m_fft;
    private final double[][] m_re;
    private final double[][] m_im;
    private final double[][] m_power;

    /** @param length samples of the window, a power of two from 4 on */
    PowerSpectra(final int length) {
        final int half = length / 2;
        m_window = periodicHann(length);
        Arrays.setAll(m_window, i -> m_window[i] / 2);
        m_cos = new double[half];
        m_sin = new double[half];
        Arrays.setAll(m_cos, k -> Math.cos(2 * Math.PI * k / length));
        Arrays.setAll(m_sin, k -> -Math.sin(2 * Math.PI * k / length));
        m_fft = new ColumnFft(half);
        m_re = new double[half][MOST_FRAMES];
        m_im = new double[half][MOST_FRAMES];
        m_power = new double[half + 1][];
        for (int bin = 0; bin < half; bin++) {
            m_power[bin] = m_re[m_fft.row(bin)];
        }
        m_power[half] = m_im[m_fft.row(0)];
    }

    static double[] periodicHann(final int length) {
        final double[] window = new double[length];
        Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length));
        return window;
    }

    /**
     * @param centre index of the sample in the middle of the first of the frames, at most {@link #MOST_FRAMES}
     * @return windowLength / 2 + 1 rows of the frames' powers; the arrays are used again by the next call
     */
    double[][] at(final float[] samples, final int centre, final int hop, final int frames) {
        for (int from = 0; from < frames; from += SIDE_BY_SIDE) {
            stage(samples, centre - m_window.length / 2, hop, from, Math.min(from + SIDE_BY_SIDE, frames));
        }
        m_fft.transform(m_re, m_im, frames);
        final int half = m_re.length;
        firstAndLast(m_re[m_fft.row(0)], m_im[m_fft.row(0)], frames);
        for (int bin = 1; bin < half / 2; bin++) {
            final int low = m_fft.row(bin);
            final int high = m_fft.row(half - bin);
            powers(m_re[low], m_im[low], m_re[high], m_im[high], m_cos[bin], m_sin[bin], frames);
        }
        middle(m_re[m_fft.row(half / 2)], m_im[m_fft.row(half / 2)], frames);
        return m_power;
    }

    /** Windows a few frames: even samples into the real rows, odd ones into the imaginary rows. */
    private void stage(final float[] samples, final int start, final int hop, final int from, final int to) {
        if (start + from * hop < 0 || start + (to - 1) * hop + m_window.length > samples.length) {
            stageAtTheEdge(samples, start, hop, from, to);
            return;
        }
        for (int n = 0; n < m_re.length; n++) {
            final double[] re = m_re[n];
            final double[] im = m_im[n];
            final double even = m_window[2 * n];
            final double odd = m_window[2 * n + 1];
            int at = start + from * hop + 2 * n;
            for (int frame = from; frame < to; frame++) {
                re[frame] = samples[at] * even;
                im[frame] = samples[at + 1] * odd;
                at += hop;
            }
        }
    }

    private void stageAtTheEdge(final float[] samples, final int start, final int hop, final int from,
        final int to) {
        for (int frame = from; frame < to; frame++) {
            for (int i = 0; i < m_window.length; i++) {
                final int at = start + frame * hop + i;
                final double value = at >= 0 && at < samples.length ? samples[at] * m_window[i] : 0;
                (i % 2 == 0 ? m_re : m_im)[i / 2][frame] = value;
            }
        }
    }

    /** The powers of bin 0 and of the last bin, which are real. */
    private static void firstAndLast(final double[] re, final double[] im, final int n) {
        for (int i = 0; i < n; i++) {
            final double first = 2 * (re[i] + im[i]);
            final double last = 2 * (re[i] - im[i]);
            re[i] = first * first;
            im[i] = last * last;
        }
    }

    /** The power of bin windowLength / 4. */
    private static void middle(final double[] re, final double[] im, final int n) {
        for (int i = 0; i < n; i++) {
            re[i] = 4 * (re[i] * re[i] + im[i] * im[i]);
        }
    }

    /**
     * The powers of bin k into {@code aRe} and of bin windowLength / 2 − k into {@code bRe}, from the transform Z of
     * the two halves: Z[k] + conj Z[−k] is twice the transform of the even samples, (Z[k] − conj Z[−k]) / i that of the
     * odd ones, which the factor (cos, sin) moves by one sample.
     */
    private static void powers(final double[] aRe, final double[] aIm, final double[] bRe, final double[] bIm,
        final double cos, final double sin, final int n) {
        for (int i = 0; i < n; i++) {
            final double evenRe = aRe[i] + bRe[i];
            final double evenIm = aIm[i] - bIm[i];
            final double oddRe = aIm[i] + bIm[i];
            final double oddIm = bRe[i] - aRe[i];
            final double re = oddRe * cos - oddIm * sin;
            final double im = oddRe * sin + oddIm * cos;
            aRe[i] = (evenRe + re) * (evenRe + re) + (evenIm + im) * (evenIm + im);
            bRe[i] = (evenRe - re) * (evenRe - re) + (evenIm - im) * (evenIm - im);
        }
    }
}
