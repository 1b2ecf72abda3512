package org.geco.asd.nodes.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.ScoredClip;
import org.junit.jupiter.api.Test;

class EvaluationWarningTest {

    private final List<ScoredClip> m_clips = new ArrayList<>();

    private void add(final String id, final Label label, final Outcome<Double> score) {
        m_clips.add(new ScoredClip("", new MachineId("fan", id), label, List.of(score)));
    }

    private String warning() {
        return EvaluationWarning.of(List.of("PAE score"), List.of(new Evaluator(0.1).evaluate(m_clips, 0)))
            .orElse("none");
    }

    @Test
    void nothingToWarnOf() {
        add("00", Label.NORMAL, Outcome.number(1));
        add("00", Label.ANOMALY, Outcome.number(2));
        assertThat(warning()).isEqualTo("none");
    }

    @Test
    void namesMachinesOfOneClassAndCountsClipsLeftOut() {
        add("00", Label.NORMAL, Outcome.number(1));
        add("00", Label.ANOMALY, Outcome.number(2));
        add("00", Label.ANOMALY, Outcome.failed("the file is empty"));
        add("02", Label.NORMAL, Outcome.number(2));
        assertThat(warning()).isEqualTo("PAE score: no AUC for 1 of 2 machines (fan 02), AUC needs clips of both "
            + "classes: there is no anomalous clip with a score. PAE score: 1 of 4 clips were left out: the file is "
            + "empty.");
    }

    @Test
    void whatHoldsForSeveralScoresIsSaidOnce() {
        add("00", Label.NORMAL, Outcome.number(1));
        final var evaluation = new Evaluator(0.1).evaluate(m_clips, 0);
        assertThat(EvaluationWarning.of(List.of("PAE score", "GeCo score"), List.of(evaluation, evaluation)))
            .hasValueSatisfying(text -> assertThat(text).startsWith("PAE score, GeCo score: no AUC for 1 of 1")
                .containsOnlyOnce("fan 00"));
    }
}
