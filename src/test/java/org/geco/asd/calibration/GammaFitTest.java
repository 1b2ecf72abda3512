package org.geco.asd.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values of SciPy 1.17: {@code scipy.stats.gamma.fit(x, floc=location)}, {@code ppf} and {@code sf}. The library's
 * digamma function is right to 1e-8.
 */
class GammaFitTest {
    private static final double[] SCORES = {3.1, 4.7, 2.2, 6.9, 5.0, 3.8, 4.1, 9.3};

    @Test
    void isTheMostLikelyOne() {
        final GammaFit fit = GammaFit.of(SCORES).value();
        assertThat(fit.shape()).isCloseTo(5.80279446668977, within(1e-6));
        assertThat(fit.scale()).isCloseTo(0.8422666058665514, within(1e-6));
        assertThat(fit.location()).isZero();
        assertThat(fit.threshold(0.05)).isCloseTo(8.631188472075427, within(1e-6));
        assertThat(fit.pValue(8)).isCloseTo(0.07695531149699077, within(1e-7));
        assertThat(fit.pValue(-1)).isEqualTo(1);
    }

    @Test
    void startsBelowScoresThatAreNotPositive() {
        final GammaFit fit = GammaFit.of(Arrays.stream(SCORES).map(score -> score - 5).toArray()).value();
        assertThat(fit.location()).isCloseTo(-5.061123298590453, within(1e-12));
        assertThat(fit.shape()).isCloseTo(5.955729518996429, within(1e-6));
        assertThat(fit.threshold(0.05)).isCloseTo(3.6247405614989505, within(1e-6));
    }

    @Test
    void isMissingWithItsReasonWhereThereIsNothingToFit() {
        assertThat(GammaFit.of(new double[]{1, 2, 3, 4}).reason()).contains("fewer than 5");
        assertThat(GammaFit.of(new double[6]).reason()).contains("same score");
        assertThat(GammaFit.of(new double[]{1e9, 1e9, 1e9, 1e9, 1e9 + 1e-6}).reason()).contains("same score");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 1, 1e6, 1e12})
    void doesNotDependOnTheUnit(final double unit) {
        final GammaFit fit = GammaFit.of(Arrays.stream(SCORES).map(score -> score * unit).toArray()).value();
        assertThat(fit.threshold(0.05) / unit).isCloseTo(8.631188472075427, within(1e-6));
        assertThat(fit.pValue(8 * unit)).isCloseTo(0.07695531149699077, within(1e-7));
    }

    @Test
    void evenScoresThatHardlyDifferOrDifferByPowersHaveOne() {
        final GammaFit narrow = GammaFit.of(new double[]{1000, 1000.5, 1001, 1001.5, 1002}).value();
        assertThat(narrow.threshold(0.05)).isBetween(1002.0, 1003.0);
        final GammaFit wide = GammaFit.of(new double[]{1e-6, 1e-3, 1, 1e3, 1e6}).value();
        assertThat(wide.shape()).isBetween(0.01, 0.2);
        assertThat(wide.pValue(wide.threshold(0.05))).isCloseTo(0.05, within(1e-6));
    }
}
