package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What each value of a vector contributes to its distance, worked out by hand. */
class ContributionsTest {
    private static final Offset<Double> EXACT = within(1e-6);

    @Test
    void ofTheMahalanobisDistanceAlsoBesideTheDirectionsThatTheNormalVectorsVaryIn() {
        // Σ⁻¹ is 4 along (3, 4)/5 and 1/2 beside it
        final Mahalanobis model = Mahalanobis.of(Map.of("mean", Vectors.tensor(new double[]{1, 1}), "basis",
            Vectors.tensor(new double[][]{{0.6, 0.8}}), "inverse", Vectors.tensor(new double[]{4, 0.5})));
        final double[] vector = {3, 0};
        // c = (2, −1): along it 0.4, so Σ⁻¹c = 0.5·c + 3.5·0.4·(0.6, 0.8)
        assertThat(model.contributions(vector)).containsExactly(new double[]{2 * (1 + 0.84), -(-0.5 + 1.12)}, EXACT);
        assertThat(model.score(vector) * model.score(vector)).isCloseTo(4 * 0.16 + 0.5 * (5 - 0.16), EXACT);
    }

    @Test
    void ofAMixtureAreTheSquaresToItsLikeliestComponent() {
        final GaussianMixture model = new GaussianMixture(new double[][]{{0, 0}, {10, 10}},
            new double[][]{{1, 1}, {4, 0.25}}, new double[]{Math.log(0.5), Math.log(0.5)});
        assertThat(model.contributions(new double[]{12, 9})).containsExactly(new double[]{1, 4}, EXACT);
        assertThat(model.contributions(new double[]{-1, 3})).containsExactly(new double[]{1, 9}, EXACT);
        final double density = 0.5 * Math.exp(-5 / 2.0) / (2 * Math.PI);
        assertThat(model.score(new double[]{-1, 2})).isCloseTo(-Math.log(density), within(1e-4));
    }

    @Test
    void ofTheNearestNeighboursAreTheirMeanSquaresInUnitsOfTheirDensities() {
        final NearestNeighbours model = NearestNeighbours.of(Map.of("vectors",
            Vectors.tensor(new double[][]{{0, 0}, {4, 0}, {0, 30}}), "densities",
            Vectors.tensor(new double[][]{{1, 2, 1}})), 2);
        // the first lies 1 away on the first value, the second 3, which is 1.5 of its densities
        final double[] vector = {1, 2};
        assertThat(model.contributions(vector)).containsExactly(new double[]{(1 + 9 / 4.0) / 2, (4 + 4 / 4.0) / 2},
            EXACT);
        assertThat(model.score(vector)).isCloseTo((Math.sqrt(5) + Math.sqrt(13) / 2) / 2, EXACT);
    }

    @Test
    void modelsWhosePartsDoNotBelongTogetherAreRefused() {
        assertThatThrownBy(() -> new GaussianMixture(new double[][]{{0}}, new double[][]{{1}}, new double[]{0, 0}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("belong together");
        assertThatThrownBy(() -> NearestNeighbours.of(Map.of("vectors", Vectors.tensor(new double[][]{{0}, {1}}),
            "densities", Vectors.tensor(new double[][]{{1}})), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mahalanobis.of(Map.of("mean", Vectors.tensor(new double[]{1, 1}), "basis",
            Vectors.tensor(new double[][]{{1}}), "inverse", Vectors.tensor(new double[]{1, 1}))))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
