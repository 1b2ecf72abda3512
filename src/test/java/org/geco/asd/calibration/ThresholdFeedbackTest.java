package org.geco.asd.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.geco.asd.calibration.ThresholdFeedback.Machine;
import org.geco.asd.dataset.MachineId;
import org.junit.jupiter.api.Test;

class ThresholdFeedbackTest {
    private static final MachineId FAN = new MachineId("fan", "00");
    private static final MachineId PUMP = new MachineId("pump", "00");
    private static final List<String> DETECTOR = List.of("d1");

    /** 19 held-out clips can promise 5 %: the threshold is the highest of their scores. */
    private static ThresholdModel model() throws Exception {
        final double[] scores = IntStream.rangeClosed(1, 19).mapToDouble(i -> i).toArray();
        return ThresholdModel.learn(new ThresholdSettings("score", 0.05, FewClips.SMALLEST_RATE),
            Map.of(FAN, scores, PUMP, scores));
    }

    private static ThresholdFeedback feedback(final ThresholdModel model, final boolean mayLose,
        final double[] rejected, final double[]... confirmed) {
        return ThresholdFeedback.of(model, Map.of(FAN, new Verdicts(rejected, List.of(confirmed))), mayLose, DETECTOR);
    }

    private static double threshold(final ThresholdModel model, final MachineId machine) throws Exception {
        return model.threshold(machine).threshold().value();
    }

    @Test
    void aFalseAlarmIsOneMoreNormalClipAtTheSamePromise() throws Exception {
        final ThresholdFeedback feedback =
            feedback(model(), false, new double[]{22, 25}, new double[]{30, 31}, new double[]{40, 10, 41});
        final ThresholdModel learned = ThresholdModel.learn(model().settings(), Map.of(FAN,
            IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 22, 25)
                .mapToDouble(i -> i).toArray()));
        assertThat(threshold(feedback.model(), FAN)).isEqualTo(threshold(learned, FAN)).isEqualTo(25);
        assertThat(threshold(feedback.model(), PUMP)).as("the other machine's").isEqualTo(19);
        final Machine fan = feedback.machines().get(0);
        assertThat(fan.before()).hasToString("Calls[threshold=19.0, falseAlarms=2, found=2]");
        assertThat(fan.after()).isEqualTo(fan.suggested())
            .hasToString("Calls[threshold=25.0, falseAlarms=0, found=2]");
        assertThat(feedback.model().training()).contains("refined on ", "by 2 rejected and 5 confirmed clips");
        assertThat(feedback.model().heldOut(FAN)).hasSize(19);
    }

    @Test
    void aThresholdThatWouldLoseAFaultStaysUnlessThatIsAllowed() throws Exception {
        final ThresholdFeedback kept = feedback(model(), false, new double[]{35}, new double[]{30, 31});
        assertThat(kept.machines()).singleElement().satisfies(fan -> {
            assertThat(fan.losesEvents()).isTrue();
            assertThat(fan.suggested().found()).isZero();
            assertThat(fan.after()).isEqualTo(fan.before());
        });
        final ThresholdFeedback lost = feedback(model(), true, new double[]{35}, new double[]{30, 31});
        assertThat(lost.machines().get(0).losesEvents()).isTrue();
        assertThat(threshold(lost.model(), FAN)).isEqualTo(35);
    }

    @Test
    void theSameVerdictsAgainChangeNothingAndOthersReplaceThem() throws Exception {
        final ThresholdModel refined = feedback(model(), false, new double[]{22, 25}).model();
        assertThat(feedback(refined, false, new double[]{25, 22}).model()).isSameAs(refined);
        final ThresholdFeedback other = feedback(refined, false, new double[]{22}, new double[]{25});
        assertThat(threshold(other.model(), FAN)).isEqualTo(22);
        final ThresholdFeedback lost = feedback(refined, false, new double[]{30}, new double[]{25});
        assertThat(threshold(lost.model(), FAN)).as("held-out clips alone would find it").isEqualTo(19);
        final ThresholdModel model = model();
        assertThat(feedback(model, false, new double[0], new double[]{25}).model()).isSameAs(model);
    }

    @Test
    void aMachineWithoutThresholdIsLeftAlone() throws Exception {
        final ThresholdFeedback feedback = ThresholdFeedback.of(model(),
            Map.of(new MachineId("valve", "00"), new Verdicts(new double[]{1}, List.of())), false, DETECTOR);
        assertThat(feedback.machines()).isEmpty();
    }

    @Test
    void aRefinementIsKeptInTheFile() throws Exception {
        final ThresholdModel refined = feedback(model(), false, new double[]{22, 25}, new double[]{30}).model();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        refined.write(out);
        final ThresholdModel read = ThresholdModel.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.refinement()).isEqualTo(refined.refinement()).get()
            .satisfies(refinement -> assertThat(refinement.detectors()).isEqualTo(DETECTOR));
        assertThat(read.hasSameScores(refined)).isTrue();
        assertThat(threshold(read, FAN)).isEqualTo(25);
    }
}
