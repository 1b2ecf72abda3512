package org.geco.asd.pictures;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.geco.asd.mel.Spectrogram;

/** A spectrogram as a picture: time from left to right, low frequencies at the bottom, one pixel a value. */
public final class SpectrogramImage {
    /** The darkest colour stands for the level that this share of the values lies below. */
    private static final double DARK_SHARE = 0.02;

    /** The brightest colour stands for the level that this share of the values lies below. */
    private static final double BRIGHT_SHARE = 0.998;

    /** Colours from dark to bright, whose brightness grows evenly, after matplotlib's magma: readable in grey, too. */
    private static final int[] STOPS = {0x000004, 0x140E36, 0x3B0F70, 0x641A80, 0x8C2981, 0xB73779, 0xDE4968, 0xF7705C,
        0xFE9F6D, 0xFECF92, 0xFCFDBF};

    private SpectrogramImage() { }

    /** @return frames pixels wide, mel bands pixels high; the colours span the spectrogram's own levels */
    public static BufferedImage of(final Spectrogram spectrogram) {
        final int mels = spectrogram.mels();
        final float[] values = spectrogram.values();
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        final double low = sorted[(int)(DARK_SHARE * (sorted.length - 1))];
        final double range = Math.max(1e-3, sorted[(int)(BRIGHT_SHARE * (sorted.length - 1))] - low);
        final BufferedImage image = new BufferedImage(spectrogram.frames(), mels, BufferedImage.TYPE_INT_RGB);
        for (int frame = 0; frame < spectrogram.frames(); frame++) {
            for (int band = 0; band < mels; band++) {
                image.setRGB(frame, mels - 1 - band, rgb((values[frame * mels + band] - low) / range));
            }
        }
        return image;
    }

    /** @return red, green and blue in the lower 24 bits, for 0 (darkest) to 1 (brightest), or the nearest of them */
    static int rgb(final double value) {
        final double at = Math.min(1, Math.max(0, value)) * (STOPS.length - 1);
        final int stop = Math.min((int)at, STOPS.length - 2);
        final double share = at - stop;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = STOPS[stop] >> shift & 0xFF;
            final int to = STOPS[stop + 1] >> shift & 0xFF;
            rgb |= (int)Math.round(from + share * (to - from)) << shift;
        }
        return rgb;
    }
}
