package org.geco.asd.nodes.view;

import java.util.Arrays;
import java.util.Base64;

import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * A spectrogram for a page.
 *
 * @param frameSeconds from one frame to the next
 * @param centres Hz, of each band
 * @param levels base64 of a byte for each band of each frame: dB = floor + step · byte
 * @param low dB of the darkest colour, if the picture is shown alone
 * @param high dB of the brightest
 */
public record Picture(int frames, int bands, double frameSeconds, double[] centres, String levels, double floor,
    double step, double low, double high) {
    /** The share of values that are darker than the darkest colour. */
    private static final double DARK_SHARE = 0.02;
    private static final double BRIGHT_SHARE = 0.998;
    private static final int LEVELS = 255;

    /** @return how many frames are in a picture of at most so many seconds */
    public static int frames(final Spectrogram spectrogram, final double seconds) {
        final MelSettings settings = spectrogram.settings();
        return (int)Math.min(spectrogram.frames(), Math.ceil(seconds * settings.sampleRate() / settings.hop()));
    }

    /** @return the picture of the first frames, at most so many seconds */
    public static Picture of(final Spectrogram spectrogram, final double seconds) {
        final MelSettings settings = spectrogram.settings();
        final double hop = settings.hop() / (double)settings.sampleRate();
        final int frames = frames(spectrogram, seconds);
        final float[] values = Arrays.copyOf(spectrogram.values(), frames * settings.mels());
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        final double floor = sorted[0];
        final double step = Math.max(1e-3, sorted[sorted.length - 1] - floor) / LEVELS;
        final byte[] levels = new byte[values.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte)Math.round((values[i] - floor) / step);
        }
        final double low = sorted[(int)(DARK_SHARE * (sorted.length - 1))];
        return new Picture(frames, settings.mels(), hop, settings.centres(),
            Base64.getEncoder().encodeToString(levels), floor, step, low,
            Math.max(low + 1, sorted[(int)(BRIGHT_SHARE * (sorted.length - 1))]));
    }
}
