package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.geco.asd.learn.Interruption.Log;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int EPOCHS = 60;

    private final Log m_log = new Log();

    private long m_now = 12345;

    private Pace pace(final StopRules rules, final int atOnce, final Long... steps) {
        final TrainingSettings settings =
            TrainingSettings.of(EPOCHS, 1, 1, RateCourse.steps(List.of())).withStop(rules);
        return new Pace("Training GeCo", settings, List.of(steps), atOnce, TimeBudget.of(rules, () -> m_now),
            () -> m_now);
    }

    /** Takes steps of so many seconds. */
    private void steps(final Pace.Part part, final int from, final int count, final int stepsOfEpoch,
        final double seconds) {
        for (int i = from + 1; i <= from + count; i++) {
            m_now += (long)(seconds * 1e9);
            part.step((double)i / stepsOfEpoch);
        }
    }

    @Test
    void stepsAreSaidBeforeTheFirstAndTheTimeAfterAHandfulWithoutTheWarmUp() {
        final Pace.Part part = pace(StopRules.NONE, 1, 10L).of(0);
        part.start(0, m_log);
        assertThat(m_log.infos()).containsExactly("Training GeCo: 600 steps (60 epochs of 10).");
        steps(part, 0, 1, 10, 30);
        assertThat(part.left()).isEmpty();
        steps(part, 1, 4, 10, 0.5);
        assertThat(part.left()).isEmpty();
        steps(part, 5, 1, 10, 0.5);
        assertThat(part.left()).isEqualTo(", about 5 min left");
        steps(part, 6, 5, 10, 0.5);
        assertThat(m_log.infos()).hasSize(2).last()
            .isEqualTo("Training GeCo: 594 more steps take about 5 min at 0.5 s a step on this machine.");
        assertThat(m_log.warnings()).isEmpty();
    }

    @Test
    void aHandfulOfFastStepsSaysNothingYet() {
        final Pace.Part part = pace(StopRules.NONE, 1, 1000L).of(0);
        part.start(0, m_log);
        steps(part, 0, 100, 1000, 0.01);
        assertThat(part.left()).isEmpty();
        steps(part, 100, 101, 1000, 0.01);
        assertThat(part.left()).isEqualTo(", about 10 min left");
    }

    @Test
    void networksThatHaveNotBegunCountAsThoseThatHave() {
        final Pace pace = pace(StopRules.NONE, 1, 10L, 10L, 10L);
        pace.of(0).start(0, m_log);
        assertThat(m_log.infos()).containsExactly("Training GeCo: 3 networks, 1,800 steps (60 epochs of 10 each).");
        steps(pace.of(0), 0, 300, 10, 1);
        assertThat(pace.of(0).left()).isEqualTo(", about 25 min left");
        pace.of(0).finished();
        pace.of(1).start(0, m_log);
        assertThat(m_log.infos()).hasSize(2);
        steps(pace.of(1), 0, 1, 10, 30);
        assertThat(pace.of(1).left()).isEqualTo(", about 20 min left");
    }

    @Test
    void networksTrainedAtOnceShareTheTimeAndTheLongestDecides() {
        final Pace pace = pace(StopRules.NONE, 2, 10L, 20L);
        pace.of(0).start(0, m_log);
        pace.of(1).start(0, m_log);
        assertThat(m_log.infos()).containsExactly(
            "Training GeCo: 2 networks, 1,800 steps (60 epochs of 10 to 20 each), 2 networks at once.");
        steps(pace.of(0), 0, 6, 10, 1);
        assertThat(pace.of(0).left()).isEqualTo(", about 20 min left");
        assertThat(m_log.infos()).last().asString().contains("1,794 more steps take about 20 min at 1 s a step");
    }

    @Test
    void afterACheckpointOnlyTheRemainingEpochsCount() {
        final Pace.Part part = pace(StopRules.NONE, 1, 10L).of(0);
        part.start(50, m_log);
        assertThat(m_log.infos())
            .containsExactly("Training GeCo: 600 steps (60 epochs of 10), 100 of them still to be done.");
        steps(part, 500, 10, 10, 2);
        assertThat(part.left()).isEqualTo(", about 3 min left");
    }

    @Test
    void withEarlyStoppingItIsTheMost() {
        final Pace.Part part = pace(new StopRules(0.1, 5, 0), 1, 10L).of(0);
        part.start(0, m_log);
        assertThat(m_log.infos()).containsExactly("Training GeCo: at most 600 steps (60 epochs of 10).");
        steps(part, 0, 10, 10, 1);
        assertThat(part.left()).isEqualTo(", at most about 10 min left");
    }

    @Test
    void aTimeBudgetThatIsTooShortIsAWarningAndBoundsTheTimeLeft() {
        final Pace.Part part = pace(new StopRules(0, 0, 120), 1, 420L).of(0);
        part.start(0, m_log);
        steps(part, 0, 60, 420, 1);
        assertThat(part.left()).isEqualTo(", about 1 h 59 min left");
        assertThat(m_log.warnings()).containsExactly("Training GeCo would take about 7 h on this machine, and stops at "
            + "its time budget of 2 h. Give it more time, or train for fewer epochs.");
    }

    @Test
    void anEpochsEndDoesNotMakeTheTimeLeftJump() {
        final Pace.Part part = pace(StopRules.NONE, 1, 100L).of(0);
        part.start(0, m_log);
        steps(part, 0, 300, 100, 1);
        assertThat(part.left()).isEqualTo(", about 1 h 35 min left");
        // the held-out clips are measured
        m_now += 20_000_000_000L;
        steps(part, 300, 1, 100, 1);
        assertThat(part.left()).isEqualTo(", about 1 h 44 min left");
        steps(part, 301, 2000, 100, 2);
        assertThat(part.left()).isEqualTo(", about 2 h 3 min left");
    }
}
