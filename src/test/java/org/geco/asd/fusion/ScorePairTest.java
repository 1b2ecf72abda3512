package org.geco.asd.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.junit.jupiter.api.Test;

class ScorePairTest {

    private static final MachineId FAN = new MachineId("fan", "00");

    private static ScorePair pair(final Outcome<Double> error, final Outcome<Double> distance) {
        return new ScorePair(FAN, Label.UNKNOWN, error, distance);
    }

    @Test
    void fusesAsEquation4() {
        final ScorePair pair = pair(Outcome.number(30), Outcome.number(0.25));
        assertThat(pair.fuse(200).value()).isEqualTo(80);
        assertThat(pair.fuse(0).value()).isEqualTo(30);
    }

    @Test
    void aMissingScoreMakesTheFusedScoreMissingWithTheSameReason() {
        final Outcome<Double> missing = Outcome.failed("the clip is too short");
        assertThat(pair(missing, Outcome.number(0.1)).fuse(200).reason()).isEqualTo("the clip is too short");
        assertThat(pair(Outcome.number(3), missing).fuse(200).reason()).isEqualTo("the clip is too short");
        assertThat(pair(Outcome.number(3), missing).fuse(0).isPresent()).isFalse();
    }
}
