package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Length, level, delay and anti-aliasing of the resampling. */
class RateConverterTest {

    @ParameterizedTest
    @CsvSource({"44100,16000,1000", "44100,16000,6000", "48000,16000,440", "8000,16000,1000", "16000,22050,3000",
        "22050,16000,100", "96000,16000,5000"})
    void keepsTheToneItsLevelAndItsTiming(final int from, final int to, final double hz) {
        final float[] out = RateConverter.convert(tone(from, hz, from), from, to);
        assertThat(out).hasSize(to);
        double worst = 0;
        for (int i = 200; i < out.length - 200; i++) {
            worst = Math.max(worst, Math.abs(out[i] - 0.5 * Math.sin(2 * Math.PI * hz * i / to)));
        }
        // −46 dB below the tone
        assertThat(worst).isLessThan(2.5e-3);
    }

    @ParameterizedTest
    @CsvSource({"44100,9500", "44100,12000", "44100,20000", "48000,9000", "96000,30000"})
    void removesWhatTheNewRateCannotHold(final int from, final double hz) {
        final float[] out = RateConverter.convert(tone(from, hz, from), from, 16000);
        double power = 0;
        for (int i = 200; i < out.length - 200; i++) {
            power += out[i] * out[i] / (out.length - 400.0);
        }
        // −50 dB below the tone's mean power of 0.125
        assertThat(10 * Math.log10(power / 0.125)).isLessThan(-50);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "441,160", "442,161", "44100,16000", "50001,18141"})
    void roundsTheLengthUp(final int length, final int expected) {
        assertThat(RateConverter.convert(new float[length], 44100, 16000)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "8000,16000"})
    void keepsDirectCurrent(final int from, final int to) {
        final float[] one = new float[from];
        java.util.Arrays.fill(one, 0.5f);
        final float[] out = RateConverter.convert(one, from, to);
        for (int i = 200; i < out.length - 200; i++) {
            assertThat((double)out[i]).isCloseTo(0.5, within(1e-3));
        }
    }

    private static float[] tone(final int rate, final double hz, final int length) {
        final float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float)(0.5 * Math.sin(2 * Math.PI * hz * i / rate));
        }
        return samples;
    }
}
