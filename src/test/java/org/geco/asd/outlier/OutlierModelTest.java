package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.geco.asd.outlier.Fans.FAR;
import static org.geco.asd.outlier.Fans.LENGTH;
import static org.geco.asd.outlier.Fans.fans;
import static org.geco.asd.outlier.Fans.learn;
import static org.geco.asd.outlier.Fans.mahalanobis;
import static org.geco.asd.outlier.Fans.saved;
import static org.geco.asd.outlier.Fans.scores;
import static org.geco.asd.outlier.Fans.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.geco.asd.common.Outcome;
import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Far from a machine's normal vectors is more anomalous, whatever the method. */
class OutlierModelTest {
    @ParameterizedTest
    @EnumSource
    void farIsMoreAnomalousThanNear(final Method method) throws Exception {
        for (final Scaling scaling : List.of(Scaling.NONE, Scaling.DEVIATION)) {
            final OutlierModel model = learn(fans(12), settings(method, scaling));

            final double far = model.score(Machines.FAN_0, FAR).value();
            assertThat(scores(model, fans(12))).hasSize(24).allSatisfy(score -> assertThat(score.value()).isFinite())
                .first().satisfies(score -> assertThat(score.value()).isLessThan(far));
            final double[] ofTheOther = Machines.vectors(1, LENGTH, 9, 3).get(0);
            assertThat(model.score(Machines.FAN_1, ofTheOther).value())
                .isLessThan(model.score(Machines.FAN_0, ofTheOther).value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theValueThatIsFarCarriesTheDistance(final Method method) throws Exception {
        final OutlierModel model = learn(fans(12), settings(method, Scaling.DEVIATION));
        final double[] odd = Machines.vectors(1, LENGTH, 0, 3).get(0);
        odd[3] += 30;
        final OutlierModel.Part part = saved(model).explain(Machines.FAN_0, odd).value().get(0);
        assertThat(part.distance()).isEqualTo(model.score(Machines.FAN_0, odd).value())
            .isGreaterThan(part.usual().orElseThrow());
        assertThat(part.contributions()).hasSize(LENGTH);
        assertThat(part.contributions()[3]).isEqualTo(Arrays.stream(part.contributions()).max().orElseThrow());
        if (method == Method.MAHALANOBIS) {
            assertThat(Arrays.stream(part.contributions()).sum())
                .isCloseTo(part.distance() * part.distance(), withinPercentage(0.01));
        }
        assertThat(model.explain(Machines.FAN_0, fans(12).get(0).vector().value()).reason()).contains("learned from");
    }

    @ParameterizedTest
    @EnumSource
    void aSavedModelScoresBitEqual(final Method method) throws Exception {
        final List<VectorSample> samples = fans(6);
        samples.addAll(Machines.samples(Machines.PUMP_0, Machines.vectors(1, LENGTH, 0, 5)));
        final OutlierModel model = learn(samples, settings(method, Scaling.DEVIATION));
        final OutlierModel again = saved(model);

        assertThat(again.machines()).isEqualTo(model.machines());
        assertThat(again.settings()).isEqualTo(model.settings());
        assertThat(again.training()).isEqualTo(model.training());
        assertThat(again.provenance()).isEqualTo(model.provenance()).isPresent();
        for (final double[] vector : Machines.vectors(5, LENGTH, 3, 4)) {
            for (final var machine : List.of(Machines.FAN_0, Machines.FAN_1, Machines.PUMP_0)) {
                assertThat(again.score(machine, vector)).isEqualTo(model.score(machine, vector));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheClipsDoesNotMatter(final Method method) throws Exception {
        final List<VectorSample> shuffled = fans(9);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(learn(shuffled, settings(method, Scaling.DEVIATION)).score(Machines.FAN_0, FAR).value())
            .isCloseTo(learn(fans(9), settings(method, Scaling.DEVIATION)).score(Machines.FAN_0, FAR).value(),
                within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100})
    void leaveOneOutIsTheScoreOfAModelThatNeverSawTheClip(final int ownSpreadFrom) throws Exception {
        for (final OutlierSettings settings : List.of(mahalanobis(0.5, ownSpreadFrom), new OutlierSettings(
            Method.MAHALANOBIS, Scaling.NONE, 1, 1, false, Optional.empty(), 1, ownSpreadFrom, 0),
            new OutlierSettings(Method.NEAREST_NEIGHBOURS, Scaling.NONE, 1, 2, true, Optional.empty(), 1, 2, 0),
            new OutlierSettings(Method.GAUSSIAN_MIXTURE, Scaling.NONE, 1, 1, true, Optional.empty(), 1, 2, 0))) {
            final List<VectorSample> samples = fans(7);
            final List<Outcome<Double>> scores = scores(learn(samples, settings), samples);
            for (int i = 0; i < samples.size(); i++) {
                final List<VectorSample> others = new ArrayList<>(samples);
                final VectorSample own = others.remove(i);
                final double expected =
                    learn(others, settings).score(own.machine(), own.vector().value()).value();
                // a mixture's regularisation is that of all clips
                final double tolerance = settings.method() == Method.GAUSSIAN_MIXTURE ? 0.2 : 1e-5;
                assertThat(scores.get(i).value()).as("%s %d", settings, i).isCloseTo(expected,
                    within(tolerance * Math.abs(expected)));
            }
        }
    }

    @Test
    void withoutShrinkageTheMahalanobisDistanceDoesNotDependOnTheUnits() throws Exception {
        final List<double[]> vectors = Machines.vectors(30, 3, 0, 8);
        final double[] vector = {3, 2, 9};
        final double plain = learn(Machines.samples(Machines.FAN_0, vectors), mahalanobis(0, 2))
            .score(Machines.FAN_0, vector).value();

        final double mapped = learn(Machines.samples(Machines.FAN_0,
            vectors.stream().map(OutlierModelTest::affine).toList()), mahalanobis(0, 2))
            .score(Machines.FAN_0, affine(vector)).value();

        assertThat(mapped).isCloseTo(plain, within(1e-4 * plain));
    }

    private static double[] affine(final double[] v) {
        return new double[]{2 * v[0] - v[1] + 7, v[1] + 3 * v[2] - 1, v[0] + 5 * v[2]};
    }

    @Test
    void fewClipsShareTheCovarianceOfTheirType() throws Exception {
        final List<VectorSample> samples = fans(12);
        samples.addAll(Machines.samples(Machines.PUMP_0, Machines.vectors(12, LENGTH, 0, 77)));
        final OutlierModel pooled = learn(samples, mahalanobis(0.1, 13));
        final OutlierModel own = learn(samples, mahalanobis(0.1, 12));

        assertThat(pooled.score(Machines.FAN_0, FAR)).isNotEqualTo(own.score(Machines.FAN_0, FAR));
        assertThat(pooled.score(Machines.PUMP_0, FAR)).isEqualTo(own.score(Machines.PUMP_0, FAR));
        assertThat(pooled.isPooled(Machines.FAN_0)).hasValue(true);
        assertThat(own.isPooled(Machines.FAN_0)).hasValue(false);
    }

    @Test
    void aMachineWithOneClipTakesTheSpreadOfTheOthersOfItsType() throws Exception {
        final List<VectorSample> samples = new ArrayList<>(Machines.samples(Machines.FAN_0,
            Machines.vectors(9, LENGTH, 0, 1)));
        samples.addAll(Machines.samples(Machines.FAN_1, Machines.vectors(1, LENGTH, 9, 2)));
        samples.addAll(Machines.samples(Machines.PUMP_0, Machines.vectors(1, LENGTH, 0, 3)));
        final OutlierModel result = learn(samples, settings(Method.MAHALANOBIS, Scaling.DEVIATION));

        assertThat(result.machines()).containsExactly(Machines.FAN_0, Machines.FAN_1);
        assertThat(result.score(Machines.FAN_1, FAR).value()).isPositive();
        assertThat(scores(result, samples).get(9).reason()).contains("record more normal clips");
        assertThat(result.score(Machines.PUMP_0, FAR).reason()).contains("pump 00", "1 clip", "Record more");
    }

    @Test
    void oneClipIsEnoughForTheNearestNeighbour() throws Exception {
        final OutlierModel model = learn(Machines.samples(Machines.FAN_0, List.of(new double[]{1, 1})),
            settings(Method.NEAREST_NEIGHBOURS, Scaling.NONE));

        assertThat(model.score(Machines.FAN_0, new double[]{4, 5}).value()).isEqualTo(5);
        assertThat(model.score(Machines.FAN_0, new double[]{1, 1}).reason()).contains("1 clip, 3 are needed");
    }

    @ParameterizedTest
    @EnumSource
    void copiesOfOneClipGiveNoInfiniteScores(final Method method) throws Exception {
        final double[] one = {1, 2, 3, 4, 5};
        final List<double[]> vectors = new ArrayList<>(Collections.nCopies(8, one));
        vectors.add(FAR);
        for (final Scaling scaling : Scaling.values()) {
            final List<VectorSample> samples = Machines.samples(Machines.FAN_0, vectors);
            final OutlierModel model = learn(samples, settings(method, scaling));
            assertThat(model.score(Machines.FAN_0, new double[]{5, 4, 3, 2, 1}).value()).isFinite();
            assertThat(scores(model, samples)).allSatisfy(score -> assertThat(!score.isPresent()
                || Double.isFinite(score.value())).isTrue());
        }
    }

    @Test
    void aLonelyKindOfNormalClipsIsNotTakenForAnAnomaly() throws Exception {
        final List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            vectors.add(new double[]{i * 0.01, 0});
            vectors.add(new double[]{100 + i * 5, 0});
        }
        final double[] odd = {0.5, 0.5};
        final double[] normal = {148, 0};
        for (final boolean scaled : List.of(false, true)) {
            final OutlierModel model = learn(Machines.samples(Machines.FAN_0, vectors), new OutlierSettings(
                Method.NEAREST_NEIGHBOURS, Scaling.NONE, 1, 1, scaled, Optional.empty(), 1, 2, 0));
            assertThat(model.score(Machines.FAN_0, odd).value() > model.score(Machines.FAN_0, normal).value())
                .as("scaled %s", scaled).isEqualTo(scaled);
        }
    }

    @Test
    void onlyTheDirectionCountsIfVectorsAreMadeOfUnitLength() throws Exception {
        final OutlierModel model = learn(fans(5), settings(Method.NEAREST_NEIGHBOURS, Scaling.UNIT_LENGTH));
        final double[] longer = Arrays.stream(FAR).map(value -> 3 * value).toArray();

        assertThat(model.score(Machines.FAN_0, longer).value())
            .isCloseTo(model.score(Machines.FAN_0, FAR).value(), within(1e-12));
        assertThat(model.score(Machines.FAN_0, new double[LENGTH]).reason()).contains("length 0");
    }
}
