package org.geco.asd.methods.pae;

import java.util.Arrays;
import java.util.List;

import org.geco.asd.methods.pae.PaeInference.Windows;
import org.geco.asd.methods.pae.PaeScoring.Coverage;

/** The prediction error of a clip (paper, section 2.1: the MSE between predicted and target frames), in dB². */
final class ClipError {
    /** Far below what any sound has; a band that is predicted exactly has a logarithm, too. */
    private static final double LEAST_ERROR = 1e-10;

    /**
     * @param score the aggregated squared error, dB²
     * @param bands for each mel band, its mean squared error over all predictions, dB²
     */
    record Errors(double score, double[] bands) {
        /** @return the means of the bands of all members of a machine type, of the same clip, as 10·log10 of dB² */
        static float[] bandDecibels(final List<Errors> members) {
            final float[] logarithms = new float[members.get(0).bands().length];
            for (int i = 0; i < logarithms.length; i++) {
                final int mel = i;
                final double mean = members.stream().mapToDouble(errors -> errors.bands()[mel]).average().orElseThrow();
                logarithms[i] = (float)(10 * Math.log10(Math.max(LEAST_ERROR, mean)));
            }
            return logarithms;
        }
    }

    private final int m_length;
    private final int m_mels;
    private final PaeScoring m_scoring;

    ClipError(final int length, final int mels, final PaeScoring scoring) {
        m_length = length;
        m_mels = mels;
        m_scoring = scoring;
    }

    /** @return the errors of a clip of dB values, frame after frame, of one window at least */
    Errors of(final PaeInference pae, final float[] db, final int frames) {
        final Windows windows = windows(db, frames);
        final float[] predicted = pae.predict(windows);
        final double[] sums = new double[frames];
        final int[] counts = new int[frames];
        final double[] bands = new double[m_mels];
        for (int i = 0; i < windows.count(); i++) {
            final int frame = windows.starts()[i] + windows.masked()[i];
            sums[frame] += meanSquare(predicted, i, db, frame, bands);
            counts[frame]++;
        }
        double[] errors = new double[frames];
        int n = 0;
        for (int t = 0; t < frames; t++) {
            if (counts[t] > 0) {
                errors[n++] = sums[t] / counts[t];
            }
        }
        errors = Arrays.copyOf(errors, n);
        return new Errors(aggregate(errors), Arrays.stream(bands).map(sum -> sum / windows.count()).toArray());
    }

    private double meanSquare(final float[] predicted, final int window, final float[] db, final int frame,
        final double[] bands) {
        double sum = 0;
        for (int mel = 0; mel < m_mels; mel++) {
            final double difference = (double)predicted[window * m_mels + mel] - db[frame * m_mels + mel];
            sum += difference * difference;
            bands[mel] += difference * difference;
        }
        return sum / m_mels;
    }

    private double aggregate(final double[] errors) {
        return switch (m_scoring.aggregation()) {
            case MEAN -> Arrays.stream(errors).average().orElseThrow();
            case MAX -> Arrays.stream(errors).max().orElseThrow();
            case TOP_PERCENT -> {
                Arrays.sort(errors);
                final int top = (int)Math.ceil(errors.length * m_scoring.topPercent() / 100);
                yield Arrays.stream(errors, errors.length - top, errors.length).average().orElseThrow();
            }
        };
    }

    Windows windows(final float[] db, final int frames) {
        final int last = frames - m_length;
        if (m_scoring.coverage() == Coverage.CENTRE_FRAME) {
            final int[] starts = new int[last + 1];
            Arrays.setAll(starts, i -> i);
            final int[] masked = new int[last + 1];
            Arrays.fill(masked, m_length / 2);
            return new Windows(db, starts, masked);
        }
        if (m_scoring.coverage() == Coverage.EVERY_WINDOW) {
            final int[] starts = new int[(last + 1) * m_length];
            final int[] masked = new int[starts.length];
            Arrays.setAll(starts, i -> i / m_length);
            Arrays.setAll(masked, i -> i % m_length);
            return new Windows(db, starts, masked);
        }
        // the window of frame t is the block that holds it; the last block reaches back to be complete
        final int[] starts = new int[frames];
        final int[] masked = new int[frames];
        for (int t = 0; t < frames; t++) {
            starts[t] = Math.min(t / m_length * m_length, last);
            masked[t] = t - starts[t];
        }
        return new Windows(db, starts, masked);
    }
}
