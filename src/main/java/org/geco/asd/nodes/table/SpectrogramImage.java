package org.geco.asd.nodes.table;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.geco.asd.mel.Spectrogram;

/** A spectrogram as a picture: time from left to right, low frequencies at the bottom, one pixel a value. */
public final class SpectrogramImage {

    /** The darkest colour stands for the level that this share of the values lies below. */
    private static final double DARK_SHARE = 0.02;

    /** The brightest colour stands for the level that this share of the values lies below. */
    private static final double BRIGHT_SHARE = 0.998;

    private SpectrogramImage() {
    }

    /**
     * @param spectrogram at least one frame
     * @return frames pixels wide, mel bands pixels high; the colours span the spectrogram's own levels
     */
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
                image.setRGB(frame, mels - 1 - band, Colours.rgb((values[frame * mels + band] - low) / range));
            }
        }
        return image;
    }
}
