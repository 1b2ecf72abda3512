package org.geco.asd.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The optimisers against their published formulas, written down here in plain double arithmetic. */
class OptimizerTest {

    private static final double[] START = {0.5, -1, 2, 1e-3};

    private static final double[][] GRADIENTS = {{0.1, -2, 3e-5, 0}, {0.2, 1, -1e-5, 1e-9}, {-0.4, 0.5, 2e-5, -1e-9}};

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    private static Parameters parameters() {
        final Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(0));
        parameters.add("w", (values, random) -> {
            for (int i = 0; i < 4; i++) {
                values[i] = (float)START[i];
            }
        }, 2, 2);
        parameters.allocate(true);
        return parameters;
    }

    private static void steps(final Optimizer optimizer, final Parameters parameters, final int from, final int to) {
        for (int t = from; t < to; t++) {
            parameters.gradients().assign(Nd4j.createFromArray(GRADIENTS[t]).castTo(DataType.FLOAT));
            optimizer.step(0.1);
        }
    }

    @Test
    void adamIsPyTorchs() {
        try (Parameters w = parameters(); Adam adam = new Adam(w)) {
            steps(adam, w, 0, 3);
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
                assertThat((double)w.values().getFloat(i)).as("element %d", i).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void sgdIsPyTorchs() {
        try (Parameters w = parameters(); Sgd sgd = new Sgd(w, 0.9, 0.01)) {
            steps(sgd, w, 0, 3);
            for (int i = 0; i < 4; i++) {
                double v = 0;
                double expected = START[i];
                for (int t = 0; t < 3; t++) {
                    v = 0.9 * v + GRADIENTS[t][i] + 0.01 * expected;
                    expected -= 0.1 * v;
                }
                assertThat((double)w.values().getFloat(i)).as("element %d", i).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void continuingFromSavedStateEndsWithTheSameBits(final boolean adam) {
        try (Parameters whole = parameters(); Parameters resumed = parameters()) {
            try (Optimizer optimizer = create(adam, whole)) {
                steps(optimizer, whole, 0, 3);
            }
            final Weights state;
            try (Optimizer first = create(adam, resumed)) {
                steps(first, resumed, 0, 2);
                state = first.state();
            }
            try (Optimizer second = create(adam, resumed)) {
                second.restore(state);
                steps(second, resumed, 2, 3);
            }
            assertThat(resumed.values().data().asFloat()).isEqualTo(whole.values().data().asFloat());
        }
    }

    private static Optimizer create(final boolean adam, final Parameters w) {
        return adam ? new Adam(w) : new Sgd(w, 0.9, 0.01);
    }
}
