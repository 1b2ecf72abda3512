package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Bootstrap.Interval;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final MachineId FAN = new MachineId("fan", "00");
    private static final MachineId PUMP = new MachineId("pump", "00");

    private final List<ScoredClip> m_clips = new ArrayList<>();

    private void add(final MachineId machine, final int count, final Label label, final Outcome<Double> decision) {
        for (int i = 0; i < count; i++) {
            m_clips.add(new ScoredClip("", machine, label, List.of(decision)));
        }
    }

    private Decisions fan() {
        add(FAN, 6, Label.ANOMALY, Outcome.of(1.0));
        add(FAN, 2, Label.ANOMALY, Outcome.of(0.0));
        add(FAN, 3, Label.NORMAL, Outcome.of(1.0));
        add(FAN, 17, Label.NORMAL, Outcome.of(0.0));
        add(FAN, 5, Label.NORMAL, Outcome.failed("too few held-out clips"));
        add(FAN, 5, Label.UNKNOWN, Outcome.of(1.0));
        return Decisions.ofMachines(m_clips, 0).get(FAN);
    }

    @Test
    void labelledClipsWithADecisionAreCounted() {
        assertThat(fan()).isEqualTo(new Decisions(6, 3, 2, 17,
            List.of(Outcome.of(6 / 9.0), Outcome.of(6 / 8.0), Outcome.of(12 / 17.0), Outcome.of(3 / 20.0))));
    }

    /** SciPy 1.14: binomtest(3, 20).proportion_ci(method="exact"). */
    @Test
    void theFalseAlarmRateHasAnExactInterval() {
        final Interval interval = fan().falseAlarmInterval().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.032071, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.378927, within(1e-6));
        assertThat(new Decisions(0, 0, 0, 20, List.of()).falseAlarmInterval()).hasValueSatisfying(none -> {
            assertThat(none.low()).isZero();
            assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-9));
        });
        assertThat(new Decisions(0, 20, 0, 0, List.of()).falseAlarmInterval().orElseThrow().high()).isEqualTo(1);
        assertThat(new Decisions(4, 0, 4, 0, List.of()).falseAlarmInterval()).isEmpty();
    }

    @Test
    void aRateOfNothingIsMissingWithItsReason() {
        add(PUMP, 4, Label.NORMAL, Outcome.of(0.0));
        final Decisions pump = Decisions.ofMachines(m_clips, 0).get(PUMP);
        assertThat(pump.rates().subList(0, 3)).extracting(Outcome::reason).containsExactly(
            "no clip was called anomalous", "there is no anomalous clip with a decision",
            "no clip is anomalous or was called so");
        assertThat(pump.rates().get(3).value()).isZero();
        assertThat(Decisions.mean(List.of(fan(), pump))).isEqualTo(new Decisions(6, 3, 2, 21,
            List.of(Outcome.of(6 / 9.0), Outcome.of(6 / 8.0), Outcome.of(12 / 17.0), Outcome.of(3 / 40.0))));
        assertThat(Decisions.mean(List.of(pump)).rates().get(0).isPresent()).isFalse();
    }
}
