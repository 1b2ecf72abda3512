package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.geco.asd.nn.tensor.GradientCheck.normal;

import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class PaeNetworkTest {

    private static final int MELS = 4;

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    private static float[] noise(final int frames) {
        return normal(5, (long)frames * MELS).castTo(DataType.FLOAT).data().asFloat();
    }

    @Test
    void gradientsAreFiniteDifferences() {
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(2));
                WindowBatch batch = new WindowBatch(3, 5, MELS, Standardisation.of(0, 1));
                PaeNetwork network =
                    new PaeNetwork(parameters, new PaeArchitecture(5, 8, 1, 3, 4, 2, 2, 2), MELS, 3, true)) {
            batch.add(0, noise(5), 0, 4);
            batch.add(1, noise(6), MELS, 0);
            final PaeNetwork.Input floats = batch.input();
            final PaeNetwork.Input input = new PaeNetwork.Input(floats.frames().castTo(DataType.DOUBLE),
                floats.places().castTo(DataType.DOUBLE));
            final INDArray targets = batch.targets().castTo(DataType.DOUBLE);
            final INDArray weights = batch.errorWeights().castTo(DataType.DOUBLE);
            GradientCheck.assertGradientsRight(parameters, () -> network.gradients(input, targets, weights), 60);
        }
    }

    /** A window more or less in the batch, and what was in it before, change nothing of the others. */
    @Test
    void anIncompleteBatchIsTheMeanOverItsWindows() {
        final double one = loss(1, 5, 0);
        final double other = loss(1, 5, 1);
        assertThat(loss(2, 2, 0)).isCloseTo((one + other) / 2, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(loss(2, 7, 0)).isCloseTo((one + other) / 2, org.assertj.core.api.Assertions.within(1e-6));
    }

    private static double loss(final int count, final int capacity, final int first) {
        try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(2));
                WindowBatch batch = new WindowBatch(capacity, 5, MELS, Standardisation.of(1, 2));
                PaeNetwork network =
                    new PaeNetwork(parameters, new PaeArchitecture(5, 8, 1, 3, 4, 1, 2, 2), MELS, capacity, true)) {
            for (int i = 0; i < capacity; i++) {
                batch.add(i, noise(9), 0, i % 5);
            }
            batch.input();
            for (int i = 0; i < count; i++) {
                batch.add(i, noise(9), (first + i) * MELS, first + i);
            }
            return network.gradients(batch.input(), batch.targets(), batch.errorWeights());
        }
    }
}
