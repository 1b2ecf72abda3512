package org.geco.asd.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;

class LogMelExtractorTest {

    @Test
    void silenceIsMinus100DbInEveryBand() throws AsdException {
        final Spectrogram s = new LogMelExtractor(MelSettings.PAPER).extract(new float[16000]);
        assertThat(s.values()).containsOnly(-100f);
    }

    @Test
    void twiceTheAmplitudeIs6Db() throws AsdException {
        final float[] signal = SyntheticSignal.samples();
        final float[] loud = new float[signal.length];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = 2 * signal[i];
        }
        final LogMelExtractor extractor = new LogMelExtractor(MelSettings.PAPER);
        final float[] quietDb = extractor.extract(signal).values();
        final float[] loudDb = extractor.extract(loud).values();
        for (int i = 0; i < quietDb.length; i++) {
            if (quietDb[i] > -99) {
                assertThat(loudDb[i] - quietDb[i]).isCloseTo(6.0206f, within(1e-3f));
            }
        }
    }

    @Test
    void aToneIsLoudestInTheBandThatHoldsItsFrequency() throws AsdException {
        final float[] tone = new float[16000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float)Math.sin(2 * Math.PI * 4000 * i / 16000);
        }
        final Spectrogram s = new LogMelExtractor(MelSettings.PAPER).extract(tone);
        final int frame = s.frames() / 2;
        final int loudest = IntStream.range(0, 128).boxed()
            .max((a, b) -> Float.compare(s.values()[frame * 128 + a], s.values()[frame * 128 + b])).orElseThrow();
        // 4 kHz is 35.16 of the 45.25 mels up to 8 kHz: edge 100.2 of 129
        assertThat(loudest).isBetween(98, 100);
    }

    @Test
    void aClipOfOneWindowIsEnoughAndAShorterOneIsNot() throws AsdException {
        final LogMelExtractor extractor = new LogMelExtractor(MelSettings.PAPER);
        assertThat(extractor.extract(new float[1024]).frames()).isEqualTo(3);
        assertThatThrownBy(() -> extractor.extract(new float[1023])).isInstanceOf(AsdException.class)
            .hasMessageContaining("too short").hasMessageContaining("1023").hasMessageContaining("1024");
    }

    @Test
    void manyThreadsMayShareOne() throws AsdException {
        final LogMelExtractor extractor = new LogMelExtractor(MelSettings.PAPER);
        final float[] signal = SyntheticSignal.samples();
        final float[] expected = extractor.extract(signal).values();
        assertThat(IntStream.range(0, 64).parallel().allMatch(i -> {
            try {
                return java.util.Arrays.equals(extractor.extract(signal).values(), expected);
            } catch (AsdException e) {
                throw new IllegalStateException(e);
            }
        })).isTrue();
    }
}
