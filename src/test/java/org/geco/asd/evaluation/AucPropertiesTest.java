package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.assertj.core.data.Offset;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** What holds for AUC, pAUC and ROC curves of any scores; small whole scores make ties frequent. */
class AucPropertiesTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    @Provide
    Arbitrary<double[]> scores() {
        return Arbitraries.integers().between(-20, 20).map(Integer::doubleValue).list().ofMinSize(1).ofMaxSize(40)
            .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Property
    void countsPairs(@ForAll("scores") final double[] normal, @ForAll("scores") final double[] anomalous) {
        double won = 0;
        for (final double a : anomalous) {
            for (final double n : normal) {
                won += a > n ? 1 : a == n ? 0.5 : 0;
            }
        }
        assertThat(new LabelledScores(normal, anomalous).metrics(1).auc().value())
            .isCloseTo(won / (normal.length * anomalous.length), ROUNDING);
    }

    @Property
    void onlyTheOrderMatters(@ForAll("scores") final double[] normal, @ForAll("scores") final double[] anomalous,
        @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(3) final double maxFpr) {
        final LabelledScores plain = new LabelledScores(normal, anomalous);
        final LabelledScores transformed = new LabelledScores(map(normal), map(anomalous));
        assertThat(transformed.metrics(1).auc()).isEqualTo(plain.metrics(1).auc());
        assertThat(transformed.metrics(maxFpr).partialAuc()).isEqualTo(plain.metrics(maxFpr).partialAuc());
    }

    /** Strictly monotone and far from linear. */
    private static double[] map(final double[] scores) {
        return Arrays.stream(scores).map(s -> Math.exp(0.5 * s) + s * s * s - 7).toArray();
    }

    @Property
    void turnedScoresGiveTheComplement(@ForAll("scores") final double[] normal,
        @ForAll("scores") final double[] anomalous) {
        final double auc = new LabelledScores(normal, anomalous).metrics(1).auc().value();
        final double turned = new LabelledScores(negated(normal), negated(anomalous)).metrics(1).auc().value();
        assertThat(auc + turned).isCloseTo(1, ROUNDING);
    }

    private static double[] negated(final double[] scores) {
        return Arrays.stream(scores).map(s -> -s).toArray();
    }

    @Property
    void partialAucStaysInItsBounds(@ForAll("scores") final double[] normal,
        @ForAll("scores") final double[] anomalous,
        @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(3) final double maxFpr) {
        final double least = (1 - maxFpr) / (2 - maxFpr);
        assertThat(new LabelledScores(normal, anomalous).metrics(maxFpr).partialAuc().value()).isBetween(least - 1e-12,
            1 + 1e-12);
    }

    @Property
    void partialAucOfTheWholeRangeIsTheAuc(@ForAll("scores") final double[] normal,
        @ForAll("scores") final double[] anomalous) {
        final LabelledScores scores = new LabelledScores(normal, anomalous);
        assertThat(scores.metrics(1).partialAuc()).isEqualTo(scores.metrics(1).auc());
        assertThat(scores.metrics(Math.nextDown(1.0)).partialAuc().value())
            .isCloseTo(scores.metrics(1).auc().value(), ROUNDING);
    }

    @Property
    void curveRisesFromCornerToCornerAndEnclosesTheAuc(@ForAll("scores") final double[] normal,
        @ForAll("scores") final double[] anomalous) {
        final LabelledScores scores = new LabelledScores(normal, anomalous);
        final List<RocCurve.Point> points = RocCurve.of(scores).points();

        assertThat(points.get(0)).isEqualTo(new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0));
        assertThat(points.get(points.size() - 1))
            .extracting(RocCurve.Point::falsePositiveRate, RocCurve.Point::truePositiveRate)
            .containsExactly(1.0, 1.0);
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            final RocCurve.Point from = points.get(i - 1);
            final RocCurve.Point to = points.get(i);
            assertThat(to.threshold()).isLessThan(from.threshold());
            assertThat(to.falsePositiveRate()).isGreaterThanOrEqualTo(from.falsePositiveRate());
            assertThat(to.truePositiveRate()).isGreaterThanOrEqualTo(from.truePositiveRate());
            area += (to.falsePositiveRate() - from.falsePositiveRate())
                * (to.truePositiveRate() + from.truePositiveRate()) / 2;
        }
        assertThat(area).isCloseTo(scores.metrics(1).auc().value(), ROUNDING);
    }
}
