package org.geco.asd.detect;

import org.geco.asd.mel.Spectrogram;

/**
 * Where a clip is not as a model predicts it.
 *
 * @param errors squared, in dB², in place of the levels of the clip's spectrogram
 * @param worst where the second with the largest mean error starts, in s
 * @param worstSeconds how long it is, shorter for a clip shorter than a second
 * @param worstError its mean error, dB²
 * @param meanError that of the frames looked at
 */
public record ErrorMap(Spectrogram errors, double worst, double worstSeconds, double worstError, double meanError) {
    /** @return of a clip and its levels as predicted, looking at its first frames */
    public static ErrorMap of(final Spectrogram clip, final float[] predicted, final int frames) {
        final int mels = clip.mels();
        final float[] errors = new float[predicted.length];
        for (int i = 0; i < errors.length; i++) {
            final float difference = predicted[i] - clip.values()[i];
            errors[i] = difference * difference;
        }
        final double[] sums = new double[frames + 1];
        for (int t = 0; t < frames; t++) {
            double sum = 0;
            for (int mel = 0; mel < mels; mel++) {
                sum += errors[t * mels + mel];
            }
            sums[t + 1] = sums[t] + sum / mels;
        }
        final double hop = clip.settings().hop() / (double)clip.settings().sampleRate();
        final int second = Math.min(frames, (int)Math.round(1 / hop));
        int worst = 0;
        for (int t = 1; t + second <= frames; t++) {
            if (sums[t + second] - sums[t] > sums[worst + second] - sums[worst]) {
                worst = t;
            }
        }
        return new ErrorMap(new Spectrogram(clip.settings(), clip.frames(), errors), worst * hop, second * hop,
            (sums[worst + second] - sums[worst]) / second, sums[frames] / frames);
    }
}
