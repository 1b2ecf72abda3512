package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scores equal scikit-learn's; a model holds 32-bit floats. */
class OutlierScikitLearnTest {
    private static final double STORED = 2e-5;
    private static final Map<String, double[][]> GOLDEN = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        final String text = new String(OutlierScikitLearnTest.class.getResourceAsStream("scikit-learn.txt")
            .readAllBytes(), StandardCharsets.UTF_8);
        text.lines().forEach(line -> GOLDEN.put(line.substring(0, line.indexOf(':')),
            Arrays.stream(line.substring(line.indexOf(':') + 1).split(";")).map(row -> Arrays.stream(row.strip()
                .split(" ")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new)));
    }

    private static OutlierSettings settings(final Method method) {
        return new OutlierSettings(method, Scaling.NONE, 1, 3, false, Optional.empty(), 2, 2, 0);
    }

    private static OutlierModel learn(final Method method, final String train) throws Exception {
        return OutlierLearner.learn(Machines.samples(Machines.FAN_0, List.of(GOLDEN.get(train))), settings(method),
            Machines.SILENT);
    }

    private static void assertEqual(final OutlierModel model, final String test, final String scores) {
        for (int i = 0; i < GOLDEN.get(test).length; i++) {
            final double expected = GOLDEN.get(scores)[0][i];
            assertThat(model.score(Machines.FAN_0, GOLDEN.get(test)[i]).value()).as("%s %d", scores, i)
                .isCloseTo(expected, within(STORED * expected));
        }
    }

    private static void assertWithout(final OutlierModel model, final String scores) {
        for (int i = 0; i < GOLDEN.get("train").length; i++) {
            assertThat(model.score(Machines.FAN_0, GOLDEN.get("train")[i]).value()).as("%s %d", scores, i)
                .isCloseTo(GOLDEN.get(scores)[0][i], within(1e-9 * GOLDEN.get(scores)[0][i]));
        }
    }

    @Test
    void mahalanobisWithTheShrinkageOfLedoitAndWolf() throws Exception {
        final OutlierModel result = learn(Method.MAHALANOBIS, "train");

        assertEqual(result, "test", "mahalanobis");
        assertWithout(result, "mahalanobisWithout");
    }

    @Test
    void mahalanobisOfVectorsLongerThanTheirNumber() throws Exception {
        assertEqual(learn(Method.MAHALANOBIS, "wide"), "wideTest", "wideMahalanobis");
    }

    @Test
    void nearestNeighbours() throws Exception {
        final OutlierModel result = learn(Method.NEAREST_NEIGHBOURS, "train");

        assertEqual(result, "test", "neighbours");
        assertWithout(result, "neighboursWithout");
    }

    @Test
    void gaussianMixture() throws Exception {
        assertEqual(learn(Method.GAUSSIAN_MIXTURE, "train"), "test", "mixture");
    }
}
