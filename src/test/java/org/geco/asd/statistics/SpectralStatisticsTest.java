package org.geco.asd.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.assertj.core.data.Offset;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

/** Statistics over time of each band. */
class SpectralStatisticsTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /** Two bands: 1, 5, 3 and −2, −2, −2. */
    private static final Spectrogram TWO_BANDS = spectrogram(2, 1, -2, 5, -2, 3, -2);

    private static Spectrogram spectrogram(final int mels, final float... values) {
        return new Spectrogram(new MelSettings(16000, 1024, 512, mels, 0, 8000), values.length / mels, values);
    }

    private static double[] of(final StatisticsSettings settings, final Spectrogram spectrogram) throws AsdException {
        settings.check();
        final double[] vector = new SpectralStatistics(settings).of(spectrogram).value();
        assertThat(vector).hasSize(settings.length(spectrogram.mels()));
        return vector;
    }

    @Test
    void oneStatisticAfterTheOther() throws Exception {
        assertThat(of(new StatisticsSettings(List.of(0.0, 0.5, 1.0), true, true), TWO_BANDS)).containsExactly(
            new double[]{5, -2, (5 + 3 * 0.5 + 0.25) / 1.75, -2, 3, -2, Math.sqrt(8 / 3.0), 0, 3, 0}, EXACT);
    }

    @Test
    void poolingWeighsByRankWhateverTheOrderOfTheFrames() throws Exception {
        final StatisticsSettings half = new StatisticsSettings(List.of(0.5), false, false);
        assertThat(of(half, spectrogram(1, 5, 1, 3, 2)))
            .containsExactly(new double[]{(5 + 3 * 0.5 + 2 * 0.25 + 1 * 0.125) / 1.875}, EXACT)
            .containsExactly(of(half, spectrogram(1, 1, 2, 3, 5)), EXACT);
    }

    @Test
    void theDeviationIsAroundTheMean() throws Exception {
        assertThat(of(new StatisticsSettings(List.of(1.0), true, false), spectrogram(1, 10, 14)))
            .containsExactly(new double[]{12, 2}, EXACT);
    }

    @Property
    void poolingIsTheMaximumAtZeroTheMeanAtOneAndBetweenThemFalls(
        @ForAll @Size(min = 1, max = 20) final List<@FloatRange(min = -100, max = 50) Float> values,
        @ForAll @DoubleRange(min = 0, max = 1) final double rank) throws Exception {
        final float[] band = new float[values.size()];
        for (int i = 0; i < band.length; i++) {
            band[i] = values.get(i);
        }
        final double[] pooled =
            of(new StatisticsSettings(List.of(0.0, rank, 1.0), false, false), spectrogram(1, band));

        assertThat(pooled[0]).isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
        assertThat(pooled[2]).isCloseTo(values.stream().mapToDouble(v -> v).average().orElseThrow(), EXACT);
        assertThat(pooled[1]).isBetween(pooled[2] - 1e-9, pooled[0] + 1e-9);
    }

    @Test
    void aSpectrogramThatIsNotAllNumbersHasNone() {
        final SpectralStatistics statistics =
            new SpectralStatistics(new StatisticsSettings(List.of(0.0), false, false));

        assertThat(statistics.of(spectrogram(1, 1, Float.NaN)).reason()).contains("not numbers");
        assertThat(statistics.of(spectrogram(1)).reason()).contains("no frames");
    }

    @Test
    void aClipOfOneFrameHasNoDifferences() throws Exception {
        assertThat(of(new StatisticsSettings(List.of(), true, true), spectrogram(1, 7))).containsExactly(0, 0);
    }

    @Test
    void settingsOutOfTheirRangeAreNamed() {
        assertThatThrownBy(() -> new StatisticsSettings(List.of(0.5, 1.5), false, false).check())
            .isInstanceOf(AsdException.class).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new StatisticsSettings(List.of(), false, false).check())
            .isInstanceOf(AsdException.class).hasMessageContaining("No statistic");
    }
}
