package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.optim.Ramp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaSettingsTest {

    private static LambdaSettings ramp(final double start, final double end, final double max) {
        return new LambdaSettings(Ramp.Shape.LINEAR, start, end, max, LambdaSettings.Unit.EPOCHS);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "29, 0", "30, 0", "36, 1", "60, 5", "87, 9.5", "90, 10", "119, 10"})
    void thePapersRampRisesFromEpoch30To90(final int epoch, final double expected) {
        final LambdaSettings lambda = GecoSettings.PAPER.lambda();
        assertThat(lambda.schedule(1_000_000).at(epoch)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void stepsCountTrainingSteps() {
        final LambdaSettings lambda =
            new LambdaSettings(Ramp.Shape.LINEAR, 100, 300, 4, LambdaSettings.Unit.STEPS);
        assertThat(lambda.schedule(1).at(100)).isZero();
        assertThat(lambda.schedule(7).at(28 + 4 / 7.0)).isEqualTo(2);
        assertThat(lambda.schedule(400).at(0.75)).isEqualTo(4);
    }

    /** Else the preset's epochs 30 and 90 would be steps 30 and 90: all of the ramp in the first epoch of 629 steps. */
    @Test
    void timesInEpochsStayEpochsBesideTimesInSteps() {
        final LambdaSettings lambda = new LambdaSettings(Ramp.Shape.LINEAR,
            new LambdaSettings.Time(1000, LambdaSettings.Unit.STEPS), GecoSettings.PAPER.lambda().end(), 10);
        assertThat(lambda.schedule(100).at(10)).isZero();
        assertThat(lambda.schedule(100).at(50)).isCloseTo(5, within(1e-12));
        assertThat(lambda.isRisen(89.9, 100)).isFalse();
        assertThat(lambda.isRisen(90, 100)).isTrue();
        assertThatThrownBy(() -> lambda.checkOrder(11)).isInstanceOf(AsdException.class)
            .hasMessageContaining("ends at epoch 90.0, before it starts at training step 1000.0");
    }

    @Test
    void aConstantIsConstantFromTheFirstStep() {
        final LambdaSettings lambda =
            new LambdaSettings(Ramp.Shape.CONSTANT, 30, 90, 1, LambdaSettings.Unit.EPOCHS);
        assertThat(lambda.schedule(9).at(0)).isEqualTo(1);
        assertThat(lambda.schedule(9).at(200)).isEqualTo(1);
    }

    @Test
    void aRampThatCannotBeIsExplained() {
        assertRefused(ramp(90, 30, 10), "ends at 30.0");
        assertRefused(ramp(-5, 30, 10), "-5.0");
        assertRefused(ramp(0, Double.NaN, 10), "NaN");
        assertRefused(ramp(0, 30, -1), "-1.0");
        assertRefused(ramp(0, 30, Double.POSITIVE_INFINITY), "Infinity");
        assertThatCode(() -> ramp(30, 30, 0).check()).doesNotThrowAnyException();
    }

    private static void assertRefused(final LambdaSettings lambda, final String what) {
        assertThatThrownBy(lambda::check).isInstanceOfSatisfying(AsdException.class, e -> {
            assertThat(e).hasMessageContaining(what);
            assertThat(e.resolutions()).isNotEmpty();
        });
    }

    @Test
    void anotherNumberOfEpochsKeepsTheSharesOfTheTraining() {
        final GecoSettings settings = GecoSettings.of(GecoArchitecture.PAPER, 24, 0.02);
        assertThat(settings.lambda()).isEqualTo(ramp(6, 18, 10));
        assertThat(settings.training().rates().milestones()).containsExactly(10, 18);
        assertThat(GecoSettings.PAPER.training().rates().milestones()).containsExactly(50, 90);
        assertThat(GecoSettings.PAPER.training().learningRates().at(49)).isEqualTo(0.1);
        assertThat(GecoSettings.PAPER.training().learningRates().at(50)).isCloseTo(0.01, within(1e-15));
        assertThat(GecoSettings.PAPER.training().learningRates().at(90)).isCloseTo(0.001, within(1e-15));
        assertThat(GecoSettings.SMALL_DATA.lambda()).isEqualTo(ramp(15, 45, 10));
        assertThat(GecoSettings.SMALL_DATA.training().learningRate()).isEqualTo(0.02);
    }
}
