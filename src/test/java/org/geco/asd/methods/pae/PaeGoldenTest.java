package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.optim.Adam;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network, its gradients and three steps of Adam against the same in PyTorch (README.md beside the values). */
class PaeGoldenTest {

    private static final PaeArchitecture SIZES = new PaeArchitecture(5, 16, 2, 4, 8, 2, 2, 2);

    private static final int MELS = 6;

    private static Map<String, Tensor> golden;

    @BeforeAll
    static void read() throws Exception {
        Nd4jRuntime.start();
        golden = new LinkedHashMap<>();
        try (DataInputStream in =
            new DataInputStream(PaeGoldenTest.class.getResourceAsStream("pae-golden.bin"))) {
            final int count = in.readInt();
            for (int i = 0; i < count; i++) {
                golden.put(in.readUTF(), readTensor(in));
            }
        }
    }

    private static Tensor readTensor(final DataInputStream in) throws IOException {
        final long[] shape = new long[in.readInt()];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = in.readInt();
        }
        final float[] values = new float[(int)Tensor.elements(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new Tensor(shape, values);
    }

    private static Weights part(final String prefix) {
        final Map<String, Tensor> part = new LinkedHashMap<>();
        golden.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return Weights.of(part);
    }

    private static WindowBatch batch() {
        final float[] masked = golden.get("masked").values();
        final WindowBatch batch = new WindowBatch(masked.length + 1, 5, MELS, Standardisation.of(0, 1));
        for (int i = 0; i < masked.length; i++) {
            batch.add(i, golden.get("x").values(), i * 5 * MELS, (int)masked[i]);
        }
        return batch;
    }

    private static void assertClose(final String what, final float[] actual, final float[] expected,
        final double tolerance) {
        assertThat(actual).as(what).hasSizeGreaterThanOrEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double)actual[i]).as("%s[%d]", what, i).isCloseTo(expected[i], within(tolerance));
        }
    }

    @Test
    void predictionLossGradientsAndAdamAreThoseOfPyTorch() {
        try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(0)); WindowBatch batch = batch();
                PaeNetwork network = new PaeNetwork(parameters, SIZES, MELS, 8, true);
                Adam adam = new Adam(parameters)) {
            final Weights weights = part("w:");
            assertThat(parameters.weights().names()).containsExactlyInAnyOrderElementsOf(weights.names());
            parameters.load(weights);
            checkPrediction(network.predict(batch.input()));
            for (int step = 0; step < 3; step++) {
                final double loss = network.gradients(batch.input(), batch.targets(), batch.errorWeights());
                assertThat(loss).isCloseTo(golden.get("loss" + step).values()[0], within(1e-5));
                if (step == 0) {
                    parameters.all().forEach(p -> assertClose("gradient of " + p.name(), floats(p.gradient()),
                        golden.get("g:" + p.name()).values(), 1e-5));
                }
                adam.step(1e-2);
            }
            part("after:").tensors().forEach((name, tensor) -> assertClose("after three steps, " + name,
                withoutKeyBias(name, parameters.weights().get(name).values()),
                withoutKeyBias(name, tensor.values()), 1e-4));
        }
    }

    /** The masked frame of each window; PyTorch predicts all frames. */
    private static void checkPrediction(final INDArray prediction) {
        final float[] expected = golden.get("prediction").values();
        final float[] masked = golden.get("masked").values();
        for (int window = 0; window < masked.length; window++) {
            final int from = (window * 5 + (int)masked[window]) * MELS;
            assertClose("prediction of window " + window, prediction.getRow(window).dup('c').data().asFloat(),
                Arrays.copyOfRange(expected, from, from + MELS), 1e-5);
        }
    }

    /** The bias of the keys changes no attention weight: its gradient is rounding noise, which Adam scales up. */
    private static float[] withoutKeyBias(final String name, final float[] values) {
        final float[] kept = values.clone();
        if (name.endsWith("qkv.bias")) {
            Arrays.fill(kept, values.length / 3, 2 * values.length / 3, 0);
        }
        return kept;
    }

    private static float[] floats(final INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
