package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

    private final List<ScoredClip> m_clips = new ArrayList<>();

    private final Evaluator m_evaluator = new Evaluator(0.1);

    private void clips(final String type, final String id, final Label label, final double... scores) {
        for (final double score : scores) {
            m_clips.add(new ScoredClip("clip " + m_clips.size(), new MachineId(type, id), label,
                List.of(Outcome.number(score))));
        }
    }

    @Test
    void meansAreOverIdsThenOverTypes() {
        clips("fan", "00", Label.NORMAL, 1, 2);
        clips("fan", "00", Label.ANOMALY, 3, 4);
        clips("fan", "02", Label.NORMAL, 1, 3);
        clips("fan", "02", Label.ANOMALY, 2, 2);
        clips("pump", "00", Label.NORMAL, 1, 2, 3, 4);
        clips("pump", "00", Label.ANOMALY, 1.5);

        final Evaluation evaluation = m_evaluator.evaluate(m_clips, 0);

        assertThat(evaluation.machines().map(m -> m.metrics().auc().value())).containsExactly(1.0, 0.5, 0.25);
        final Means fan = evaluation.types().get(0).means();
        assertThat(fan.arithmetic().auc().value()).isEqualTo(0.75);
        assertThat(fan.harmonic().auc().value()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(evaluation.means().arithmetic().auc().value()).isEqualTo(0.5);
        assertThat(evaluation.means().harmonic().auc().value()).isCloseTo(2 / (1.5 + 4), within(1e-15));
    }

    @Test
    void scoresOfDifferentMachinesAreNotCompared() {
        clips("fan", "00", Label.NORMAL, 1, 2);
        clips("fan", "00", Label.ANOMALY, 3);
        clips("fan", "02", Label.NORMAL, 101, 102);
        clips("fan", "02", Label.ANOMALY, 103);
        assertThat(m_evaluator.evaluate(m_clips, 0).means().arithmetic().auc().value()).isEqualTo(1);
    }

    @Test
    void machineWithOneClassHasNoAucButAReason() {
        clips("fan", "00", Label.NORMAL, 1, 2);
        clips("fan", "02", Label.NORMAL, 1);
        clips("fan", "02", Label.ANOMALY, 2);
        clips("pump", "00", Label.ANOMALY, 2);

        final Evaluation evaluation = m_evaluator.evaluate(m_clips, 0);

        final List<MachineResult> machines = evaluation.machines().toList();
        assertThat(machines.get(0).metrics().auc().reason())
            .isEqualTo("AUC needs clips of both classes: there is no anomalous clip with a score");
        assertThat(machines.get(2).metrics().partialAuc().reason())
            .isEqualTo("pAUC needs clips of both classes: there is no normal clip with a score");
        assertThat(evaluation.types().get(0).means()).satisfies(fan -> {
            assertThat(fan.arithmetic().auc().value()).isEqualTo(1);
            assertThat(fan.isPartial()).isTrue();
        });
        assertThat(evaluation.types().get(1).means().harmonic().auc().isPresent()).isFalse();
        assertThat(evaluation.means().arithmetic().auc().value()).isEqualTo(1);
        assertThat(evaluation.means().isPartial()).isTrue();
    }

    @Test
    void clipsWithoutScoreOrLabelAreLeftOutAndCountedByReason() {
        clips("fan", "00", Label.NORMAL, 1, Double.NaN, Double.POSITIVE_INFINITY);
        clips("fan", "00", Label.ANOMALY, 2);
        clips("fan", "00", Label.UNKNOWN, 3, 4);
        m_clips.add(new ScoredClip("broken.wav", new MachineId("fan", "00"), Label.ANOMALY,
            List.of(Outcome.failed("the file is empty"))));

        final MachineResult fan = m_evaluator.evaluate(m_clips, 0).machines().findFirst().orElseThrow();

        assertThat(fan.metrics().auc().value()).isEqualTo(1);
        assertThat(fan.clipsLeftOut()).isEqualTo(5);
        assertThat(fan.leftOut()).containsEntry("the value is NaN", 1).containsEntry("the value is Infinity", 1)
            .containsEntry("the clip has no label", 2).containsEntry("the file is empty", 1);
    }

    @Test
    void withoutAnyClipThereIsNoMean() {
        final Evaluation evaluation = m_evaluator.evaluate(List.of(), 0);
        assertThat(evaluation.types()).isEmpty();
        assertThat(evaluation.hasAnyValue()).isFalse();
        assertThat(evaluation.means().arithmetic().auc().reason()).isEqualTo("no machine type has a value");
    }

    @Test
    void aSingleZeroMakesTheHarmonicMeanZero() {
        clips("fan", "00", Label.NORMAL, 2);
        clips("fan", "00", Label.ANOMALY, 1);
        clips("fan", "02", Label.NORMAL, 1);
        clips("fan", "02", Label.ANOMALY, 2);
        assertThat(m_evaluator.evaluate(m_clips, 0).means().harmonic().auc().value()).isZero();
    }

    @Test
    void oneClipCanMoveTheAucByOneOverTheSmallerClass() {
        clips("fan", "00", Label.NORMAL, 1, 2, 3, 4);
        clips("fan", "00", Label.ANOMALY, 5, 6, 7, 8, 9);
        assertThat(m_evaluator.evaluate(m_clips, 0).machines().findFirst().orElseThrow().largestStep())
            .isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0001, Double.NaN})
    void rejectsARateThatIsNone(final double maxFpr) {
        assertThatThrownBy(() -> new Evaluator(maxFpr)).isInstanceOf(IllegalArgumentException.class);
    }
}
