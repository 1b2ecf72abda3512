package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Comparison.Clip;
import org.geco.asd.evaluation.Comparison.Judgement;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final MachineId FAN = new MachineId("fan", "00");
    private static final Judgement NONE = new Judgement(Outcome.failed("unknown"), Outcome.failed("unknown"));

    private final List<Clip> m_clips = new ArrayList<>();

    /** Anomalous from 3. */
    private static Judgement judged(final double score) {
        return new Judgement(Outcome.of(score), Outcome.of(score >= 3));
    }

    private void normals(final int count, final double before, final double now) {
        for (int i = 0; i < count; i++) {
            m_clips.add(new Clip(FAN, Label.NORMAL, Optional.empty(), judged(before), judged(now)));
        }
    }

    private void event(final double before, final double... now) {
        for (final double score : now) {
            m_clips.add(new Clip(FAN, Label.ANOMALY, Optional.of("2026-11-26T01:10"), judged(before), judged(score)));
        }
    }

    private Comparison compare() {
        return Comparison.of(m_clips, 0.05, 0.02);
    }

    @Test
    void equalIsGoodEnough() {
        normals(20, 1, 1);
        event(5, 6, 6, 6);
        assertThat(compare().worse()).isEmpty();
        assertThat(compare().machines()).singleElement().hasToString("Machine[machine=fan 00, normals=20, events=1, "
            + "lost=0, before=Quality[auc=1.0, falseAlarms=0, found=1], now=Quality[auc=1.0, falseAlarms=0, found=1]]");
    }

    @Test
    void aLostEventIsWorse() {
        normals(20, 1, 1);
        event(5, 6, 2, 2);
        assertThat(compare().worse()).containsExactly("of 1 confirmed events of fan 00 it finds 0, before 1");
    }

    @Test
    void moreFalseAlarmsAreWorseOnceTheyAreMoreThanPromised() {
        normals(19, 1, 1);
        normals(1, 1, 4);
        assertThat(compare().worse()).as("one in twenty was promised").isEmpty();
        normals(5, 1, 4);
        assertThat(compare().worse()).containsExactly("it calls 6 of 25 normal clips anomalous, before 0");
        normals(9, 4, 1);
        assertThat(compare().worse()).as("there were more before").isEmpty();
    }

    @Test
    void aLowerMeanAucIsWorse() {
        normals(10, 1, 1);
        m_clips.add(new Clip(FAN, Label.ANOMALY, Optional.empty(), judged(2), judged(0.5)));
        assertThat(compare().worse()).containsExactly("its mean AUC is 0.000, before 1.000");
    }

    @Test
    void whatOnlyOneOfThemJudgesIsALossOrDoesNotCount() {
        m_clips.add(new Clip(FAN, Label.NORMAL, Optional.empty(), NONE, judged(9)));
        assertThat(compare().machines()).isEmpty();
        assertThat(compare().worse()).isEmpty();
        m_clips.add(new Clip(FAN, Label.NORMAL, Optional.empty(), judged(1), NONE));
        assertThat(compare().worse()).containsExactly("it does not judge 1 clips that were judged before");
    }
}
