package org.geco.asd.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;

import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The optimisers against their published formulas, written down here in plain double arithmetic. */
class OptimizerTest {

    private static final double[] START = {0.5, -1, 2, 1e-3};

    private static final double[][] GRADIENTS = {{0.1, -2, 3e-5, 0}, {0.2, 1, -1e-5, 1e-9}, {-0.4, 0.5, 2e-5, -1e-9}};

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    private static INDArray array(final double[] values) {
        return Nd4j.create(values, new long[]{2, 2}, 'c').castTo(DataType.FLOAT);
    }

    private static void steps(final Optimizer optimizer, final int from, final int to) {
        for (int t = from; t < to; t++) {
            optimizer.step(Map.of("w", array(GRADIENTS[t])), 0.1);
        }
    }

    @Test
    void adamIsPyTorchs() {
        final INDArray w = array(START);
        steps(new Adam(Map.of("w", w)), 0, 3);
        for (int i = 0; i < 4; i++) {
            double m = 0;
            double v = 0;
            double expected = START[i];
            for (int t = 1; t <= 3; t++) {
                final double g = GRADIENTS[t - 1][i];
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                expected -= 0.1 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
            }
            assertThat((double)w.getFloat(i / 2, i % 2)).as("element %d", i).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void sgdIsPyTorchs() {
        final INDArray w = array(START);
        steps(new Sgd(Map.of("w", w), 0.9, 0.01), 0, 3);
        for (int i = 0; i < 4; i++) {
            double v = 0;
            double expected = START[i];
            for (int t = 0; t < 3; t++) {
                v = 0.9 * v + GRADIENTS[t][i] + 0.01 * expected;
                expected -= 0.1 * v;
            }
            assertThat((double)w.getFloat(i / 2, i % 2)).as("element %d", i).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void aGradientInColumnOrderIsTheSameGradient() {
        final INDArray w = array(START);
        final INDArray u = array(START);
        new Sgd(Map.of("w", w), 0.9, 0).step(Map.of("w", array(GRADIENTS[0])), 1);
        new Sgd(Map.of("w", u), 0.9, 0).step(Map.of("w", array(GRADIENTS[0]).dup('f')), 1);
        assertThat(u).isEqualTo(w);
        final INDArray a = array(START);
        final INDArray b = array(START);
        new Adam(Map.of("w", a)).step(Map.of("w", array(GRADIENTS[0])), 1);
        new Adam(Map.of("w", b)).step(Map.of("w", array(GRADIENTS[0]).dup('f')), 1);
        assertThat(b).isEqualTo(a);
    }

    @Test
    void continuingFromSavedStateEndsWithTheSameBits() {
        for (final boolean adam : List.of(true, false)) {
            final INDArray whole = array(START);
            steps(create(adam, whole), 0, 3);

            final INDArray resumed = array(START);
            final Optimizer first = create(adam, resumed);
            steps(first, 0, 2);
            final Weights state = first.state();
            first.close();
            final Optimizer second = create(adam, resumed);
            second.restore(state);
            steps(second, 2, 3);
            assertThat(resumed.data().asFloat()).isEqualTo(whole.data().asFloat());
        }
    }

    private static Optimizer create(final boolean adam, final INDArray w) {
        return adam ? new Adam(Map.of("w", w)) : new Sgd(Map.of("w", w), 0.9, 0.01);
    }
}
