package org.geco.asd.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerSpectraTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64, 1024})
    void isThePowerOfEveryBinOfEveryFrameAlsoAtTheEdges(final int length) {
        final int hop = length / 4;
        final float[] samples = noise(3 * length);
        final int frames = 1 + samples.length / hop;
        final double[][] power = new PowerSpectra(length).at(samples, 0, hop, frames);
        assertThat(power).hasNumberOfRows(length / 2 + 1);
        for (int frame = 0; frame < frames; frame++) {
            final int bin = frame * 7 % (length / 2 + 1);
            for (final int k : new int[]{0, 1, length / 4, length / 2 - 1, length / 2, bin}) {
                assertThat(power[k][frame]).isCloseTo(definition(samples, frame * hop - length / 2, length, k),
                    within(1e-11 * length));
            }
        }
    }

    @Test
    void aFrameHasTheSameBitsWhateverIsComputedBesideIt() {
        final float[] samples = noise(20000);
        final PowerSpectra spectra = new PowerSpectra(256);
        final double[][] together = copy(spectra.at(samples, 0, 128, 61), 61);
        for (int frame = 0; frame < 61; frame++) {
            final double[][] alone = spectra.at(samples, frame * 128, 128, 1);
            for (int bin = 0; bin <= 128; bin++) {
                assertThat(alone[bin][0]).isEqualTo(together[bin][frame]);
            }
        }
    }

    private static double[][] copy(final double[][] rows, final int columns) {
        final double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = java.util.Arrays.copyOf(rows[i], columns);
        }
        return copy;
    }

    private static float[] noise(final int length) {
        final Random random = new Random(3);
        final float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float)random.nextGaussian() + 0.5f;
        }
        return samples;
    }

    private static double definition(final float[] samples, final int start, final int length, final int bin) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < length; i++) {
            final int at = start + i;
            final double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
            final double value = at >= 0 && at < samples.length ? samples[at] * window : 0;
            re += value * Math.cos(2 * Math.PI * (bin * i % length) / length);
            im += value * Math.sin(2 * Math.PI * (bin * i % length) / length);
        }
        return re * re + im * im;
    }
}
