package org.geco.asd.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CombinationTest {
    private static final double[] EQUAL = {1, 1, 1};

    @Test
    void areTheFormulas() {
        final double[] z = {3, -4, 1};
        final double[] weights = {1, 2, 5};
        assertThat(Combination.EXCESS.of(z, weights)).isCloseTo(Math.sqrt((9 + 5) / 8.0), within(1e-15));
        assertThat(Combination.MEAN.of(z, weights)).isEqualTo(0);
        assertThat(Combination.MAXIMUM.of(z, weights)).isEqualTo(3);
    }

    @Test
    void aScoreBelowItsUsualLevelExcusesNothing() {
        assertThat(Combination.EXCESS.of(new double[]{2, 0, 0}, EQUAL))
            .isEqualTo(Combination.EXCESS.of(new double[]{2, -50, -1}, EQUAL));
    }

    @Test
    void whereNothingIsAboveItsUsualLevelTheOrderIsKept() {
        assertThat(Combination.EXCESS.of(new double[]{-3, -2, -1}, EQUAL)).isEqualTo(-1)
            .isLessThan(Combination.EXCESS.of(new double[]{-30, -0.5, -10}, EQUAL))
            .isLessThan(Combination.EXCESS.of(new double[]{-30, 1e-9, -10}, EQUAL));
        assertThat(Combination.EXCESS.of(new double[]{-3, 0, -1}, EQUAL)).isEqualTo(0);
    }

    @Property
    void aHigherScoreIsNeverLessAnomalous(@ForAll final Combination combination,
        @ForAll @DoubleRange(min = -5, max = 5) final double a,
        @ForAll @DoubleRange(min = -5, max = 5) final double b,
        @ForAll @DoubleRange(min = 0, max = 5) final double more) {
        assertThat(combination.of(new double[]{a + more, b}, new double[]{2, 1}))
            .isGreaterThanOrEqualTo(combination.of(new double[]{a, b}, new double[]{2, 1}) - 1e-12);
    }
}
