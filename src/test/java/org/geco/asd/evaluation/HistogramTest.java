package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void countsEachScoreInItsBinAndTheGreatestInTheLast() {
        assertThat(Histogram.counts(new double[]{1, 1.4, 1.5, 2.9, 3, 3}, 1, 0.5, 4)).containsExactly(2, 1, 0, 3);
    }

    @Test
    void eightBinsFromTheLowestToTheHighestScoreDoForFewClips() {
        final Histogram histogram = Histogram.of(new LabelledScores(new double[]{2, 3}, new double[]{10, 4}));
        assertThat(histogram.low()).isEqualTo(2);
        assertThat(histogram.width()).isCloseTo(1, within(1e-12));
        assertThat(histogram.normal()).containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(histogram.anomalous()).containsExactly(0, 0, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void binsAreTwiceTheRootOfTheClipsAndFortyAtMost() {
        final double[] fifty = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        assertThat(Histogram.of(new LabelledScores(fifty, fifty)).normal()).hasSize(20);
        final double[] thousand = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        assertThat(Histogram.of(new LabelledScores(thousand, new double[]{1})).normal()).hasSize(40);
    }

    @Test
    void equalScoresAreInTheFirstBin() {
        final Histogram histogram = Histogram.of(new LabelledScores(new double[]{7, 7}, new double[]{7}));
        assertThat(histogram.width()).isEqualTo(1);
        assertThat(histogram.normal()).startsWith(2, 0);
        assertThat(histogram.anomalous()).startsWith(1, 0);
    }
}
