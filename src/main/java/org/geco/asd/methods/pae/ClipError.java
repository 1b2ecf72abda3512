package org.geco.asd.methods.pae;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeInference.Windows;

/**
 * The prediction error of a clip (paper, section 2.1: the MSE between predicted and target frames), in dB²; the length
 * is that of a window in frames.
 */
record ClipError(int length, PaeScoring scoring) {
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

    /** @return the errors of a clip of one window at least */
    Errors of(final PaeInference pae, final Spectrogram clip) {
        final Windows windows = windows(clip);
        final float[] predicted = pae.predict(windows);
        final double[] sums = new double[clip.frames()];
        final int[] counts = new int[clip.frames()];
        final double[] bands = new double[clip.mels()];
        for (int i = 0; i < windows.count(); i++) {
            final int frame = windows.start().applyAsInt(i) + windows.masked().applyAsInt(i);
            sums[frame] += meanSquare(predicted, i, clip.values(), frame, bands);
            counts[frame]++;
        }
        final double[] errors =
            IntStream.range(0, sums.length).filter(t -> counts[t] > 0).mapToDouble(t -> sums[t] / counts[t]).toArray();
        return new Errors(aggregate(errors), Arrays.stream(bands).map(sum -> sum / windows.count()).toArray());
    }

    private static double meanSquare(final float[] predicted, final int window, final float[] db, final int frame,
        final double[] bands) {
        final int mels = bands.length;
        double sum = 0;
        for (int mel = 0; mel < mels; mel++) {
            final double difference = (double)predicted[window * mels + mel] - db[frame * mels + mel];
            sum += difference * difference;
            bands[mel] += difference * difference;
        }
        return sum / mels;
    }

    private double aggregate(final double[] errors) {
        return switch (scoring.aggregation()) {
            case MEAN -> Arrays.stream(errors).average().orElseThrow();
            case MAX -> Arrays.stream(errors).max().orElseThrow();
            case TOP_PERCENT -> {
                Arrays.sort(errors);
                final int top = (int)Math.ceil(errors.length * scoring.topPercent() / 100);
                yield Arrays.stream(errors, errors.length - top, errors.length).average().orElseThrow();
            }
        };
    }

    /** @return the windows of a clip whose masked frames are predicted */
    Windows windows(final Spectrogram clip) {
        final int last = clip.frames() - length;
        return switch (scoring.coverage()) {
            case CENTRE_FRAME -> new Windows(clip.values(), last + 1, i -> i, i -> length / 2);
            case EVERY_WINDOW -> new Windows(clip.values(), (last + 1) * length, i -> i / length, i -> i % length);
            case EACH_FRAME_ONCE -> {
                // the window of frame t is the block that holds it; the last block reaches back to be complete
                final IntUnaryOperator start = t -> Math.min(t / length * length, last);
                yield new Windows(clip.values(), clip.frames(), start, t -> t - start.applyAsInt(t));
            }
        };
    }
}
