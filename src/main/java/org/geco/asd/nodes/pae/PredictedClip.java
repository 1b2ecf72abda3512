package org.geco.asd.nodes.pae;

import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.view.Picture;
import org.geco.asd.nodes.view.ShownClip;

/**
 * What the PAE made of a clip, for the page.
 *
 * @param error squared, in dB², by frame and band
 * @param worst where the second with the largest mean error starts, in s
 * @param worstSeconds how long it is, shorter for a clip shorter than a second
 * @param worstError its mean error, dB²
 * @param meanError that of the whole clip
 */
record PredictedClip(Picture picture, Picture predicted, Picture error, double worst, double worstSeconds,
    double worstError, double meanError) {

    /** @return of a clip and its spectrogram as predicted, of the same size */
    static PredictedClip of(final Spectrogram clip, final float[] predicted) {
        final int mels = clip.mels();
        final float[] errors = new float[predicted.length];
        final int shown = Picture.frames(clip, ShownClip.LONGEST);
        final double[] sums = new double[shown + 1];
        for (int i = 0; i < errors.length; i++) {
            final float difference = predicted[i] - clip.values()[i];
            errors[i] = difference * difference;
        }
        double sum = 0;
        for (int t = 0; t < shown; t++) {
            for (int mel = 0; mel < mels; mel++) {
                sum += errors[t * mels + mel] / mels;
            }
            sums[t + 1] = sum;
        }
        final double hop = clip.settings().hop() / (double)clip.settings().sampleRate();
        final int second = Math.min(shown, (int)Math.round(1 / hop));
        int worst = 0;
        for (int t = 1; t + second <= shown; t++) {
            if (sums[t + second] - sums[t] > sums[worst + second] - sums[worst]) {
                worst = t;
            }
        }
        return new PredictedClip(picture(clip, clip.values()), picture(clip, predicted), picture(clip, errors),
            worst * hop, second * hop, (sums[worst + second] - sums[worst]) / second, sums[shown] / shown);
    }

    private static Picture picture(final Spectrogram clip, final float[] values) {
        return Picture.of(new Spectrogram(clip.settings(), clip.frames(), values), ShownClip.LONGEST);
    }
}
