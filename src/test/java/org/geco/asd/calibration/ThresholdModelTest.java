package org.geco.asd.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdModelTest {
    private static final MachineId FAN = new MachineId("fan", "00");
    private static final MachineId OTHER_FAN = new MachineId("fan", "02");
    private static final MachineId PUMP = new MachineId("pump", "00");

    private static double[] upTo(final int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    }

    private static MachineThreshold alone(final int clips, final double rate, final FewClips few) throws Exception {
        return ThresholdModel.learn(new ThresholdSettings("score", rate, few), Map.of(FAN, upTo(clips)))
            .threshold(FAN);
    }

    @ParameterizedTest
    @CsvSource({"19,0.05,19,0.05", "20,0.05,20,0.047619", "50,0.05,49,0.039216", "200,0.05,191,0.049751",
        "99,0.01,99,0.01", "9,0.1,9,0.1"})
    void theThresholdIsTheConformalOrderStatistic(final int clips, final double rate, final double threshold,
        final double promised) throws Exception {
        final MachineThreshold machine = alone(clips, rate, FewClips.SMALLEST_RATE);
        assertThat(machine.threshold().value()).isEqualTo(threshold);
        assertThat(machine.rate().value()).isCloseTo(promised, within(1e-6));
        assertThat(machine.isLimited()).isFalse();
        assertThat(machine.isAnomalous(threshold).value()).isFalse();
        assertThat(machine.isAnomalous(Math.nextUp(threshold)).value()).isTrue();
    }

    /** Whatever the setting: one machine has nobody to pool with. */
    @ParameterizedTest
    @EnumSource(names = {"POOL_WITH_TYPE", "SMALLEST_RATE"})
    void tooFewClipsGiveTheSmallestRateThatTheyCanPromiseAndSaySo(final FewClips few) throws Exception {
        final MachineThreshold machine = alone(5, 0.05, few);
        assertThat(machine.rate().value()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(machine.threshold().value()).isEqualTo(5);
        assertThat(machine.note()).isEqualTo("5 held-out clips are too few for a false-alarm rate of 0.05, which takes "
            + "19; the smallest rate that can be promised is 0.1667");
        assertThat(machine.isAnomalous(5.1).value()).isTrue();
        assertThat(machine.isAnomalous(5).value()).isFalse();
    }

    @Test
    void orThereIsNoDecisionWithTheReasonButStillAPValue() throws Exception {
        final MachineThreshold machine = alone(5, 0.05, FewClips.NO_DECISION);
        assertThat(machine.isAnomalous(1e9).reason()).contains("5 held-out clips are too few", "0.1667");
        assertThat(machine.threshold().isPresent()).isFalse();
        assertThat(machine.rate().isPresent()).isFalse();
        assertThat(machine.pValue(6)).isCloseTo(1 / 6.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 10, 18})
    void neverIsEverythingAnomalousAndNeverSilentlyNothing(final int clips) throws Exception {
        for (final FewClips few : FewClips.values()) {
            final MachineThreshold machine = alone(clips, 0.05, few);
            assertThat(machine.isLimited()).isTrue();
            assertThat(machine.isAnomalous(0.5).isPresent() && machine.isAnomalous(0.5).value()).isFalse();
            assertThat(!machine.isAnomalous(1e9).isPresent() || machine.isAnomalous(1e9).value()).isTrue();
        }
    }

    @Test
    void machinesWithFewClipsAreRankedWithTheirType() throws Exception {
        final double[] five = {1, 2, 4, 5, 9};
        final ThresholdModel model = ThresholdModel.learn(new ThresholdSettings("score", 0.1, FewClips.POOL_WITH_TYPE),
            Map.of(FAN, five, OTHER_FAN, DoubleStream.of(five).map(s -> 100 + 10 * s).toArray(), PUMP, five));
        final MachineThreshold fan = model.threshold(FAN);
        assertThat(fan.rate().value()).isCloseTo(1 / 11.0, within(1e-15));
        assertThat(fan.note()).contains("ranked among all 10 of its machine type", "approximately");
        assertThat(model.threshold(PUMP).rate().value()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(model.threshold(OTHER_FAN).threshold().value())
            .isCloseTo(100 + 10 * fan.threshold().value(), within(1e-6));
        final double threshold = fan.threshold().value();
        assertThat(fan.isAnomalous(threshold + 1e-6).value()).isTrue();
        assertThat(fan.isAnomalous(threshold - 1e-6).value()).isFalse();
        // SciPy's t.sf: 0.0303 is the smallest of the held-out clips' tails, and 10 has 0.0822
        assertThat(fan.pValue(10)).isCloseTo(3 / 11.0, within(1e-15));
    }

    @Test
    void theScaleIsStudents() {
        assertThat(StudentScale.leaveOneOut(new double[]{1, 2, 4, 5, 9}).orElseThrow()).containsExactly(
            new double[]{-0.8444130538447835, -0.7446914519679402, -0.5228484086675443, -0.4089018418315076,
                -0.03027004332173457}, within(1e-12));
        final StudentScale scale = StudentScale.of(new double[]{1, 2, 4, 5, 9}).orElseThrow();
        assertThat(scale.of(10)).isCloseTo(-0.08217649731135127, within(1e-12));
        assertThat(scale.score(scale.of(10))).isCloseTo(10, within(1e-6));
        assertThat(scale.of(1e30)).isLessThanOrEqualTo(0).isGreaterThan(scale.of(1e6));
        assertThat(StudentScale.of(new double[]{1, 1, 2})).isEmpty();
        assertThat(StudentScale.of(new double[]{1, 2})).isEmpty();
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() throws Exception {
        final double[] scores = new SplittableRandom(5).doubles(7).toArray();
        final double[] reversed = IntStream.range(0, 7).mapToDouble(i -> scores[6 - i]).toArray();
        final ThresholdSettings settings = new ThresholdSettings("score", 0.05, FewClips.POOL_WITH_TYPE);
        final Map<MachineId, double[]> one = Map.of(FAN, scores, OTHER_FAN, upTo(4));
        final Map<MachineId, double[]> two = Map.of(FAN, reversed, OTHER_FAN, upTo(4));
        assertThat(ThresholdModel.learn(settings, one).threshold(FAN).threshold())
            .isEqualTo(ThresholdModel.learn(settings, two).threshold(FAN).threshold());
    }

    @Test
    void reloadsBitEqual() throws Exception {
        final SplittableRandom random = new SplittableRandom(7);
        final ThresholdModel model = ThresholdModel.learn(
            new ThresholdSettings("Anomaly score", 0.05, FewClips.POOL_WITH_TYPE),
            Map.of(FAN, random.doubles(30).toArray(), OTHER_FAN, random.doubles(6).toArray(), PUMP, new double[0]));
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        model.write(file);
        final ThresholdModel back = ThresholdModel.read(new ByteArrayInputStream(file.toByteArray()));
        final ByteArrayOutputStream again = new ByteArrayOutputStream();
        back.write(again);
        assertThat(again.toByteArray()).isEqualTo(file.toByteArray());
        assertThat(back.settings()).isEqualTo(model.settings());
        assertThat(back.provenance()).isEqualTo(model.provenance());
        assertThat(back.provenance().orElseThrow().clips()).extracting(clips -> clips.count())
            .containsExactly(30, 6, 0);
        assertThat(back.machines()).containsExactly(FAN, OTHER_FAN, PUMP);
        for (final MachineId machine : model.machines()) {
            for (final double score : random.doubles(100).toArray()) {
                assertThat(back.threshold(machine).pValue(score)).isEqualTo(model.threshold(machine).pValue(score));
                assertThat(back.threshold(machine).isAnomalous(score))
                    .isEqualTo(model.threshold(machine).isAnomalous(score));
            }
            assertThat(back.threshold(machine).threshold()).isEqualTo(model.threshold(machine).threshold());
            assertThat(back.threshold(machine).gamma()).isEqualTo(model.threshold(machine).gamma());
        }
    }

    @Test
    void refusesARateThatIsNoneAndMachinesThatItDoesNotKnow() throws Exception {
        for (final double rate : new double[]{0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> alone(20, rate, FewClips.SMALLEST_RATE)).isInstanceOf(AsdException.class)
                .hasMessageContaining("false-alarm rate is " + rate);
        }
        final ThresholdModel model = ThresholdModel
            .learn(new ThresholdSettings("score", 0.05, FewClips.SMALLEST_RATE), Map.of(FAN, upTo(20)));
        assertThatThrownBy(() -> model.threshold(PUMP)).isInstanceOf(AsdException.class)
            .hasMessageContaining("pump 00");
        assertThatThrownBy(() -> ThresholdModel.learn(model.settings(), Map.of())).isInstanceOf(AsdException.class);
        assertThatThrownBy(() -> ThresholdModel.learn(model.settings(), Map.of(FAN, new double[]{Double.NaN})))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
