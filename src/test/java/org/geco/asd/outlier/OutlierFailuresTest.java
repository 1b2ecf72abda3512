package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.geco.asd.outlier.Fans.FAR;
import static org.geco.asd.outlier.Fans.fans;
import static org.geco.asd.outlier.Fans.learn;
import static org.geco.asd.outlier.Fans.mahalanobis;
import static org.geco.asd.outlier.Fans.scores;
import static org.geco.asd.outlier.Fans.settings;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;
import org.junit.jupiter.api.Test;

/** What cannot be learned from or scored says why. */
class OutlierFailuresTest {
    @Test
    void whatCannotBeScoredSaysWhy() throws Exception {
        final OutlierModel model = learn(fans(5), settings(Method.MAHALANOBIS, Scaling.NONE));

        assertThat(model.score(Machines.PUMP_0, FAR).reason()).contains("pump 00", "Train it");
        assertThat(model.score(Machines.FAN_0, new double[3]).reason()).contains("3 values", "have 5");
        assertThat(model.score(Machines.FAN_0, new double[]{1, 2, Double.NaN, 4, 5}).reason())
            .contains("not numbers");
    }

    @Test
    void aBadVectorIsLeftOutOfTheTraining() throws Exception {
        final List<VectorSample> samples = fans(5);
        final OutlierModel without = learn(samples, settings(Method.MAHALANOBIS, Scaling.NONE));
        samples.add(new VectorSample(Machines.FAN_0, Outcome.failed("No spectrogram.")));
        samples.add(new VectorSample(Machines.FAN_0, Outcome.of(new double[]{1, 2, 3, 4, Double.NaN})));
        samples.add(new VectorSample(Machines.FAN_0, Outcome.of(new double[]{1, 2})));

        final OutlierModel result = learn(samples, settings(Method.MAHALANOBIS, Scaling.NONE));

        assertThat(result.score(Machines.FAN_0, FAR)).isEqualTo(without.score(Machines.FAN_0, FAR));
        assertThat(scores(result, samples).subList(10, 13)).extracting(Outcome::reason).satisfiesExactly(
            reason -> assertThat(reason).isEqualTo("No spectrogram."),
            reason -> assertThat(reason).contains("not numbers"),
            reason -> assertThat(reason).contains("2 values"));
    }

    @Test
    void nothingToLearnFromIsAFailureThatSaysWhatToDo() {
        assertThatThrownBy(() -> learn(List.of(), settings(Method.MAHALANOBIS, Scaling.NONE)))
            .isInstanceOf(AsdException.class).hasMessageContaining("no vector to learn from");
        assertThatThrownBy(() -> learn(Machines.samples(Machines.FAN_0, List.of(FAR)), settings(Method.MAHALANOBIS,
            Scaling.NONE))).isInstanceOf(AsdException.class).hasMessageContaining("fan 00");
    }

    @Test
    void settingsOutOfTheirRangeAreNamed() {
        assertThatThrownBy(() -> mahalanobis(1.5, 2).check()).hasMessageContaining("shrinkage");
        assertThatThrownBy(() -> mahalanobis(1, 1).check()).hasMessageContaining("spread of its own");
        assertThatThrownBy(() -> new OutlierSettings(Method.NEAREST_NEIGHBOURS, Scaling.NONE, 1, 0, true,
            Optional.empty(), 1, 2, 0).check()).hasMessageContaining("neighbours");
        assertThatThrownBy(() -> new OutlierSettings(Method.GAUSSIAN_MIXTURE, Scaling.NONE, 1, 1, true,
            Optional.empty(), 0, 2, 0).check()).hasMessageContaining("components");
    }
}
