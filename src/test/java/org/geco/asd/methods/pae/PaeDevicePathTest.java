package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.DevicePath;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * PAE by the host's way and by a device's, on the CPU. They differ in the order in which attention adds up its few
 * terms, by about 1e-7 of a sum; through four blocks and back that is below 1e-5 of the largest gradient of each
 * parameter.
 */
class PaeDevicePathTest {
    private static final Spectrogram CLIP = Synthetic.clip("fan", 0.9, 60, 1);

    private static final Standardisation STANDARDISATION = Standardisation.of(-30, 10);

    private static final double TOLERANCE = 1e-5;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static WindowBatch batch(final int windows, final int count) {
        final WindowBatch batch =
            new WindowBatch(windows, Synthetic.TINY.blockFrames(), CLIP.mels(), STANDARDISATION);
        for (int i = 0; i < count; i++) {
            batch.add(i, CLIP.values(), i * CLIP.mels(), i % 5);
        }
        return batch;
    }

    private static double largest(final double... values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** One window, some that are not all there, and more than one thread's. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40})
    void gradientsAreThoseOfTheHost(final int windows) throws Exception {
        final DevicePath.Both<List<double[]>> both = DevicePath.both(() -> {
            try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(1));
                    PaeNetwork network =
                        new PaeNetwork(parameters, Synthetic.TINY, CLIP.mels(), windows, true);
                    WindowBatch batch = batch(windows, (windows + 1) / 2)) {
                final List<double[]> results = new ArrayList<>(List.of(
                    new double[]{network.gradients(batch.input(), batch.targets(), batch.errorWeights())}));
                parameters.all().forEach(p -> results.add(p.gradient().dup('c').data().asDouble()));
                return results;
            }
        });
        assertThat(both.host().get(0)[0]).isPositive().isFinite();
        for (int i = 0; i < both.host().size(); i++) {
            final double[] host = both.host().get(i);
            assertThat(both.device().get(i)).as("result %d", i).containsExactly(host,
                within(TOLERANCE * Math.max(largest(host), 1e-3)));
        }
    }

    /**
     * Adam divides a gradient by its own size, so that where it should be 0 (the bias of attention's keys) only
     * rounding says where a parameter goes: parameters differ by no more than they went, losses by little.
     */
    @Test
    void stepsAndPredictionsAreThoseOfTheHost() throws Exception {
        final int steps = 4;
        final double rate = 1e-3;
        final DevicePath.Both<Trained> both = DevicePath.both(() -> trained(steps, rate));
        assertThat(both.device().losses()).containsExactly(both.host().losses(), within(1e-4));
        assertThat(both.host().losses()[steps - 1]).isLessThan(both.host().losses()[0]);
        final List<Double> differences = new ArrayList<>();
        both.host().weights().forEach((name, tensor) -> {
            final float[] device = both.device().weights().get(name).values();
            for (int i = 0; i < device.length; i++) {
                differences.add(Math.abs((double)device[i] - tensor.values()[i]));
            }
        });
        assertThat(differences).allMatch(difference -> difference <= 2 * steps * rate);
        assertThat(differences.stream().filter(difference -> difference > rate / 100).count())
            .as("of %d", differences.size()).isLessThan(differences.size() / 50);
        for (int i = 0; i < both.host().predicted().length; i++) {
            assertThat(both.device().predicted()[i]).as("dB, value %d", i)
                .isCloseTo(both.host().predicted()[i], within(1e-2f));
        }
    }

    private record Trained(double[] losses, Map<String, Tensor> weights, float[] predicted) { }

    private static Trained trained(final int steps, final double rate) {
        final double[] losses = new double[steps];
        try (PaeSession session = new PaeSession(Synthetic.TINY, CLIP.mels(), 8, new Seeds(1));
                PaeInference inference = session.inference(Synthetic.TINY, CLIP.mels(), STANDARDISATION);
                WindowBatch batch = batch(8, 8)) {
            for (int step = 0; step < steps; step++) {
                losses[step] = session.step(batch, rate);
            }
            final int[] starts = {0, 3, 9, 20};
            final int[] masked = {0, 4, 2, 1};
            return new Trained(losses, session.weights().tensors(),
                inference.predict(new PaeInference.Windows(CLIP.values(), 4, i -> starts[i], i -> masked[i])));
        }
    }
}
