package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ProjectionTest {

    /** Points of a plane in space, along (1, 1, 0) and (0, 0, 1), the first twice as far apart. */
    private static List<double[]> plane(final int count) {
        final Random random = new Random(1);
        final List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final double a = 2 * random.nextGaussian() / Math.sqrt(2);
            points.add(new double[]{5 + a, a, random.nextGaussian()});
        }
        return points;
    }

    @Test
    void pointsOfAPlaneKeepTheirDistances() {
        final List<double[]> points = plane(1000);
        final Projection projection = Projection.of(points);
        assertThat(projection.shares()[0]).isCloseTo(0.8, within(0.03));
        assertThat(projection.shares()[0] + projection.shares()[1]).isCloseTo(1, within(1e-9));
        for (int i = 1; i < points.size(); i++) {
            assertThat(Vectors.distance(projection.places()[i], projection.places()[i - 1]))
                .isCloseTo(Vectors.distance(points.get(i), points.get(i - 1)), within(1e-9));
        }
    }

    @Test
    void vectorsThatDoNotVaryLieInOnePlace() {
        final Projection projection = Projection.of(Collections.nCopies(3, new double[]{1, 2}));
        assertThat(projection.places()).isDeepEqualTo(new double[3][2]);
        assertThat(projection.shares()).containsExactly(0, 0);
        assertThat(Projection.of(List.of(new double[]{7})).places()).isDeepEqualTo(new double[1][2]);
    }
}
