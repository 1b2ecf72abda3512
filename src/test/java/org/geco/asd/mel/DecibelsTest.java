package org.geco.asd.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class DecibelsTest {

    @Test
    void isTenTimesTheDecimalLogarithm() {
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            final double power = Math.pow(10, random.nextDouble(-9.999, 30));
            final float expected = (float)(10 * Math.log10(power));
            assertThat(Decibels.of(power)).isCloseTo(expected, within(Math.ulp(expected)));
        }
        assertThat(Decibels.of(1)).isCloseTo(0, within(1e-12f));
        assertThat(Decibels.of(Math.nextDown(1.0))).isCloseTo(0, within(1e-12f));
        assertThat(Decibels.of(1e20)).isEqualTo(200);
    }

    @Test
    void nothingIsQuieterThanMinus100() {
        assertThat(Decibels.of(0)).isEqualTo(-100);
        assertThat(Decibels.of(1e-11)).isEqualTo(-100);
        assertThat(Decibels.of(1.001e-10)).isGreaterThan(-100).isLessThan(-99.9f);
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertThat(Decibels.of(Double.NaN)).isNaN();
        assertThat(Decibels.of(Double.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    }
}
