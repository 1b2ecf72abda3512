package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeScoring.Aggregation;
import org.geco.asd.methods.pae.PaeScoring.Coverage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaeScorerTest {

    private static PaeModel model;

    @BeforeAll
    static void train() throws AsdException {
        model = TrainedPae.model();
    }

    @Test
    void anotherRhythmScoresHigherWithEveryWayOfScoring() throws AsdException {
        for (final Coverage coverage : Coverage.values()) {
            for (final Aggregation aggregation : Aggregation.values()) {
                try (PaeScorer scorer = new PaeScorer(model, new PaeScoring(coverage, aggregation, 20))) {
                    for (int i = 0; i < 5; i++) {
                        final double normal = Synthetic.score(scorer, "fan", Synthetic.clip("fan", 0.9, 43, 100 + i));
                        final double anomaly = Synthetic.score(scorer, "fan", Synthetic.clip("fan", 2.2, 43, 200 + i));
                        assertThat(anomaly).as("%s %s", coverage, aggregation).isGreaterThan(1.5 * normal);
                        assertThat(normal).isPositive();
                    }
                }
            }
        }
    }

    @Test
    void theMaximumIsAboveTheTopSharesMeanIsAboveTheMean() throws AsdException {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 50, 77);
        final List<Double> scores = new ArrayList<>();
        for (final Aggregation aggregation : List.of(Aggregation.MEAN, Aggregation.TOP_PERCENT, Aggregation.MAX)) {
            try (PaeScorer scorer =
                new PaeScorer(model, new PaeScoring(Coverage.EACH_FRAME_ONCE, aggregation, 20))) {
                scores.add(Synthetic.score(scorer, "fan", clip));
            }
        }
        assertThat(scores).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void reconstructionsAreWhatTheScoreIsMadeOf() throws AsdException {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 200, 3);
        try (PaeReconstructor pae = new PaeReconstructor(model); PaeScorer scorer = new PaeScorer(model)) {
            final int[] masked = new int[200];
            final float[] blocks = new float[200 * 5 * 8];
            for (int t = 0; t < 200; t++) {
                masked[t] = t % 5;
                System.arraycopy(clip.values(), (t - t % 5) * 8, blocks, t * 40, 40);
            }
            final float[] predicted = pae.predict("fan", blocks, masked);
            double sum = 0;
            for (int i = 0; i < predicted.length; i++) {
                sum += Math.pow((double)predicted[i] - clip.values()[i], 2);
            }
            assertThat(Synthetic.score(scorer, "fan", clip))
                .isCloseTo(sum / predicted.length, org.assertj.core.api.Assertions.withinPercentage(1e-6));
            assertThatThrownBy(() -> pae.predict("valve", blocks, masked)).isInstanceOf(AsdException.class);
        }
    }

    @Test
    void whatCannotBeScoredIsExplained() {
        try (PaeScorer scorer = new PaeScorer(model)) {
            assertThatThrownBy(() -> Synthetic.score(scorer, "valve", Synthetic.clip("fan", 1, 20, 1)))
                .isInstanceOf(AsdException.class).hasMessageContaining("valve").hasMessageContaining("fan, pump");
            assertThatThrownBy(() -> Synthetic.score(scorer, "fan", Synthetic.clip("fan", 1, 4, 1)))
                .isInstanceOf(AsdException.class).hasMessageContaining("4 frames");
            final float[] values = new float[20 * 8];
            values[0] = Float.NaN;
            assertThatThrownBy(() -> Synthetic.score(scorer, "fan", new Spectrogram(Synthetic.MEL, 20, values)))
                .isInstanceOf(AsdException.class).hasMessageContaining("not numbers");
        }
    }
}
