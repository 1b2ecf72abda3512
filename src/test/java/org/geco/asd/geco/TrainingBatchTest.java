package org.geco.asd.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;

import org.geco.asd.AsdException;
import org.geco.asd.geco.net.ContrastiveForm;
import org.geco.asd.geco.net.GecoGraph;
import org.geco.asd.nn.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class TrainingBatchTest {

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    /** Eqn (2) for one anchor, summed as it is written. */
    private static double equation2(final int i, final double[][] s, final int[] classes) {
        final int n = classes.length;
        double denominator = Math.exp(s[i][n + i]);
        for (int p = 0; p < n; p++) {
            denominator += p != i && classes[p] == classes[i] ? Math.exp(s[i][p]) : 0;
        }
        double sum = 0;
        int positives = 0;
        for (int p = 0; p < n; p++) {
            if (p != i && classes[p] == classes[i]) {
                sum -= Math.log(Math.exp(s[i][p]) / denominator);
                positives++;
            }
        }
        return positives == 0 ? Double.NaN : sum / positives;
    }

    private static double literally(final double[][] s, final int[] classes) {
        double sum = 0;
        int anchors = 0;
        for (int i = 0; i < classes.length; i++) {
            final double term = equation2(i, s, classes);
            if (!Double.isNaN(term)) {
                sum += term;
                anchors++;
            }
        }
        return anchors == 0 ? 0 : sum / anchors;
    }

    /** The same as the graph computes it from its two inputs. */
    private static double byInputs(final double[][] s, final INDArray positives, final INDArray compared) {
        double loss = 0;
        for (int i = 0; i < s.length; i++) {
            double denominator = 0;
            for (int j = 0; j < s.length; j++) {
                denominator += compared.getDouble(i, j) * Math.exp(s[i][j]);
            }
            for (int j = 0; j < s.length; j++) {
                loss -= positives.getDouble(i, j) * (s[i][j] - Math.log(denominator));
            }
        }
        return loss;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9, 40})
    void thePairsAreThoseOfEquation2(final int machines) {
        final SplittableRandom random = new SplittableRandom(machines);
        final int n = 9;
        try (TrainingBatch batch = new TrainingBatch(n, new GecoGraph.Shape(2 * n, 5, 2, machines),
            ContrastiveForm.SUPERVISED_CONTRASTIVE)) {
            for (int trial = 0; trial < 20; trial++) {
                final int[] classes = random.ints(n, 0, machines).toArray();
                final double[][] s = new double[2 * n][];
                for (int i = 0; i < s.length; i++) {
                    s[i] = random.doubles(2L * n, -3, 3).toArray();
                }
                final Map<String, INDArray> inputs = batch.inputs(classes);
                assertThat(byInputs(s, inputs.get(GecoGraph.POSITIVES), inputs.get(GecoGraph.COMPARED)))
                    .isCloseTo(literally(s, classes), within(1e-6));
            }
        }
    }

    @Test
    void aReconstructionHasTheMachineOfItsOriginal() {
        try (TrainingBatch batch = new TrainingBatch(2, new GecoGraph.Shape(4, 5, 2, 3),
            ContrastiveForm.BINARY_CROSS_ENTROPY)) {
            batch.inputs(new int[]{1, 1});
            final Map<String, INDArray> inputs = batch.inputs(new int[]{2, 0});
            assertThat(inputs.get(GecoGraph.ONE_HOT).toFloatMatrix()).isDeepEqualTo(
                new float[][]{{0, 0, 1}, {1, 0, 0}, {0, 0, 1}, {1, 0, 0}});
            assertThat(inputs.get(GecoGraph.ORIGINAL).toFloatVector()).containsExactly(1, 1, 0, 0);
        }
    }
}
