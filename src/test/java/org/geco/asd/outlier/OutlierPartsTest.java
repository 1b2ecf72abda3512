package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.geco.asd.outlier.Fans.FAR;
import static org.geco.asd.outlier.Fans.LENGTH;
import static org.geco.asd.outlier.Fans.fans;
import static org.geco.asd.outlier.Fans.learn;
import static org.geco.asd.outlier.Fans.saved;
import static org.geco.asd.outlier.Fans.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of vectors of several parts each counts in deviations of its own, and what one finds is not outweighed. */
class OutlierPartsTest {
    @ParameterizedTest
    @EnumSource
    void partsAreOnOneScaleWhateverTheirUnit(final Method method) throws Exception {
        final List<Double> far = new ArrayList<>();
        for (final double unit : new double[]{1, 1000}) {
            final List<VectorSample> samples = fans(12).stream().map(sample -> new VectorSample(sample.machine(),
                sample.vector().map(vector -> twice(vector, unit)))).toList();
            final OutlierModel model = learn(samples,
                new OutlierSettings(method, Scaling.NONE, 2, 2, false, Optional.empty(), 1, 2, 1));
            final List<Outcome<Double>> usual = scores(model, samples);

            far.add(model.score(Machines.FAN_0, twice(FAR, unit)).value());
            assertThat(usual.stream().mapToDouble(Outcome::value).average().orElseThrow())
                .as("0 is usual, 1 a deviation more").isBetween(-0.5, 1.0);
            assertThat(far.get(0)).isGreaterThan(5);
            assertThat(model.training()).contains("2 parts on one scale");
            assertThat(scores(saved(model), samples)).isEqualTo(usual);
        }
        assertThat(far.get(1)).isCloseTo(far.get(0), withinPercentage(1));
    }

    @Test
    void aPartBelowItsUsualLevelDoesNotExcuseWhatAnotherOneFinds() throws Exception {
        final List<double[]> vectors = Machines.vectors(30, 2 * LENGTH, 0, 1);
        final OutlierModel model = learn(Machines.samples(Machines.FAN_0, vectors),
            new OutlierSettings(Method.MAHALANOBIS, Scaling.NONE, 2, 1, false, Optional.empty(), 1, 2, 0));
        final double[] mean = Vectors.mean(vectors);
        final double[] oneFar = DoubleStream.concat(Arrays.stream(FAR), Arrays.stream(mean).skip(LENGTH)).toArray();
        final double[] otherUsual = DoubleStream.concat(Arrays.stream(FAR), Arrays.stream(vectors.get(0)).skip(LENGTH))
            .toArray();

        assertThat(model.score(Machines.FAN_0, oneFar).value())
            .isCloseTo(model.score(Machines.FAN_0, otherUsual).value(), withinPercentage(2));
    }

    private static double[] twice(final double[] vector, final double unit) {
        return DoubleStream.concat(Arrays.stream(vector), Arrays.stream(vector).map(value -> unit * value)).toArray();
    }

    @Test
    void partsOfUnequalLengthAreRefused() {
        assertThatThrownBy(() -> learn(fans(5), new OutlierSettings(Method.MAHALANOBIS, Scaling.NONE, 2, 1, false,
            Optional.empty(), 1, 2, 0))).hasMessageContaining("5 values cannot be cut into 2 parts");
    }
}
