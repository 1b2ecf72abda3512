package org.geco.asd.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for thresholds and p-values of any scores; small whole scores make ties frequent. */
class RanksPropertiesTest {
    @Provide
    Arbitrary<double[]> scores() {
        return Arbitraries.integers().between(-20, 20).map(Integer::doubleValue).list().ofMinSize(1).ofMaxSize(60)
            .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Property
    void pValueIsTheShareOfScoresThatAreAtLeastAsHigh(@ForAll("scores") final double[] heldOut,
        @ForAll @IntRange(min = -22, max = 22) final int score) {
        final double pValue = new Ranks(heldOut).pValue(score);
        assertThat(pValue).isEqualTo(
            (1.0 + Arrays.stream(heldOut).filter(s -> s >= score).count()) / (heldOut.length + 1));
        assertThat(pValue).isGreaterThan(0).isLessThanOrEqualTo(1);
    }

    @Property
    void anAlarmIsAScoreAboveTheThresholdAndAPValueOfAtMostTheRate(@ForAll("scores") final double[] heldOut,
        @ForAll @IntRange(min = -22, max = 22) final int score,
        @ForAll @DoubleRange(min = 0.01, max = 0.99) final double rate) {
        final Ranks ranks = new Ranks(heldOut);
        final int alarms = ranks.alarms(rate);
        Assume.that(alarms > 0);
        assertThat(ranks.isAlarm(score, alarms)).isEqualTo(score > ranks.threshold(alarms));
        assertThat(ranks.isAlarm(score, alarms)).isEqualTo(ranks.pValue(score) <= rate + 1e-9);
        final double[] sorted = heldOut.clone();
        Arrays.sort(sorted);
        assertThat(ranks.threshold(alarms))
            .isEqualTo(sorted[(int)Math.ceil((heldOut.length + 1) * (1 - rate) - 1e-9) - 1]);
    }

    @Property
    void aHigherRateNeverRaisesTheThreshold(@ForAll("scores") final double[] heldOut,
        @ForAll @DoubleRange(min = 0.01, max = 0.99) final double one,
        @ForAll @DoubleRange(min = 0.01, max = 0.99) final double other) {
        final Ranks ranks = new Ranks(heldOut);
        final int few = ranks.alarms(Math.min(one, other));
        Assume.that(few > 0);
        assertThat(ranks.threshold(few)).isGreaterThanOrEqualTo(ranks.threshold(ranks.alarms(Math.max(one, other))));
    }

    @Property
    void theFewestClipsThatPromiseARateDoAndOneLessDoNot(
        @ForAll @DoubleRange(min = 0.001, max = 0.99) @Scale(4) final double rate) {
        final int fewest = (int)Ranks.fewest(rate);
        assertThat(new Ranks(new double[Math.max(fewest, 1)]).alarms(rate)).isPositive();
        assertThat(new Ranks(new double[Math.max(fewest - 1, 0)]).alarms(rate)).isZero();
    }

    @Property
    void wholeNumbersOfClipsAreNotMissedByRounding(@ForAll @IntRange(min = 1, max = 2000) final int clips,
        @ForAll @IntRange(min = 1, max = 2000) final int alarms) {
        Assume.that(alarms <= clips);
        assertThat(new Ranks(new double[clips]).alarms(alarms / (clips + 1.0))).isEqualTo(alarms);
    }
}
