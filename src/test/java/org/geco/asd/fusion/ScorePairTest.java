package org.geco.asd.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Label;
import org.geco.asd.evaluation.ValueOrReason;
import org.junit.jupiter.api.Test;

class ScorePairTest {

    private static final MachineId FAN = new MachineId("fan", "00");

    private static ScorePair pair(final ValueOrReason error, final ValueOrReason distance) {
        return new ScorePair(FAN, Label.UNKNOWN, error, distance);
    }

    @Test
    void fusesAsEquation4() {
        final ScorePair pair = pair(ValueOrReason.of(30), ValueOrReason.of(0.25));
        assertThat(pair.fuse(200).value()).isEqualTo(80);
        assertThat(pair.fuse(0).value()).isEqualTo(30);
    }

    @Test
    void aMissingScoreMakesTheFusedScoreMissingWithTheSameReason() {
        final ValueOrReason missing = ValueOrReason.missing("the clip is too short");
        assertThat(pair(missing, ValueOrReason.of(0.1)).fuse(200).reason()).isEqualTo("the clip is too short");
        assertThat(pair(ValueOrReason.of(3), missing).fuse(200).reason()).isEqualTo("the clip is too short");
        assertThat(pair(ValueOrReason.of(3), missing).fuse(0).isPresent()).isFalse();
    }
}
