package org.geco.asd.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.junit.jupiter.api.Test;

class SpectrogramImageTest {

    @Test
    void timeRunsToTheRightAndLowFrequenciesAreAtTheBottom() {
        final BufferedImage image = SpectrogramImage.of(PicturesTest.ramp());
        assertThat(image.getWidth()).isEqualTo(90);
        assertThat(image.getHeight()).isEqualTo(128);
        assertThat(brightness(image, 45, 127)).isGreaterThan(brightness(image, 45, 64));
        assertThat(brightness(image, 45, 64)).isGreaterThan(brightness(image, 45, 0));
        assertThat(brightness(image, 89, 64)).isGreaterThan(brightness(image, 0, 64));
    }

    @Test
    void oneLevelThroughoutIsOneColour() {
        final Spectrogram flat = new Spectrogram(MelSettings.PAPER, 2, new float[256]);
        final BufferedImage image = SpectrogramImage.of(flat);
        assertThat(image.getRGB(0, 0)).isEqualTo(image.getRGB(1, 127));
    }

    @Test
    void coloursGrowEvenlyBrighter() {
        for (int i = 0; i < 100; i++) {
            assertThat(luminance(SpectrogramImage.rgb((i + 1) / 100.0)))
                .isGreaterThan(luminance(SpectrogramImage.rgb(i / 100.0)));
        }
        assertThat(SpectrogramImage.rgb(-5)).isEqualTo(SpectrogramImage.rgb(0));
        assertThat(SpectrogramImage.rgb(5)).isEqualTo(SpectrogramImage.rgb(1));
    }

    private static double brightness(final BufferedImage image, final int x, final int y) {
        return luminance(image.getRGB(x, y));
    }

    private static double luminance(final int rgb) {
        return (0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF)) / 255;
    }
}
