package org.geco.asd.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast transform against the definition of the Fourier transform. */
class ColumnFftTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64, 512})
    void isTheFourierTransformOfEachColumn(final int length) {
        final int columns = 5;
        final Random random = new Random(length);
        final double[][] re = new double[length][columns];
        final double[][] im = new double[length][columns];
        for (int n = 0; n < length; n++) {
            for (int c = 0; c < columns; c++) {
                re[n][c] = random.nextGaussian();
                im[n][c] = random.nextGaussian();
            }
        }
        final double[][][] expected = new double[columns][][];
        for (int c = 0; c < columns; c++) {
            expected[c] = definition(re, im, c);
        }
        final ColumnFft fft = new ColumnFft(length);
        fft.transform(re, im, columns);
        for (int c = 0; c < columns; c++) {
            for (int k = 0; k < length; k++) {
                assertThat(re[fft.row(k)][c]).isCloseTo(expected[c][k][0], within(1e-11));
                assertThat(im[fft.row(k)][c]).isCloseTo(expected[c][k][1], within(1e-11));
            }
        }
    }

    private static double[][] definition(final double[][] re, final double[][] im, final int column) {
        final int length = re.length;
        final double[][] spectrum = new double[length][2];
        for (int k = 0; k < length; k++) {
            for (int n = 0; n < length; n++) {
                final double angle = -2 * Math.PI * (k * n % length) / length;
                spectrum[k][0] += re[n][column] * Math.cos(angle) - im[n][column] * Math.sin(angle);
                spectrum[k][1] += re[n][column] * Math.sin(angle) + im[n][column] * Math.cos(angle);
            }
        }
        return spectrum;
    }
}
