package org.geco.asd.methods.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.OffHeap;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's layers, held against the published Keras network. */
class AutoencoderNetworkTest {

    /** What Keras counts for the published network, running statistics included. */
    private static final long PUBLISHED = 269_992;

    private static final long PUBLISHED_TRAINED = 267_928;

    private static final AutoencoderSettings ONE_FRAME =
        new AutoencoderSettings(AutoencoderSettings.Form.RECONSTRUCTION, 1, 16, 4,
            TinyAutoencoder.settings(1).training(), 1);

    private static void step(final AutoencoderNetwork network, final INDArray windows, final double rate) {
        network.step(windows, windows, rate);
    }

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static void assertSameBits(final Weights actual, final Weights expected) {
        assertThat(actual.names()).isEqualTo(expected.names());
        expected.tensors()
            .forEach((name, tensor) -> assertThat(actual.get(name).values()).as(name).containsExactly(tensor.values()));
    }

    @Test
    void itHasThePublishedParametersLayerByLayer() {
        final Map<String, List<Long>> expected = new LinkedHashMap<>();
        final long[] units = {640, 128, 128, 128, 128, 8, 128, 128, 128, 128, 640};
        for (int i = 1; i < units.length; i++) {
            expected.put("dense" + i + ".W", List.of(units[i - 1], units[i]));
            expected.put("dense" + i + ".b", List.of(units[i]));
            if (i < units.length - 1) {
                for (final String name : List.of("gamma", "beta", "mean", "var")) {
                    expected.put("norm" + i + "." + name, List.of(units[i]));
                }
            }
        }
        try (AutoencoderNetwork network =
            new AutoencoderNetwork(AutoencoderSettings.DCASE, MelSettings.PAPER.mels())) {
            final Weights weights = network.weights();
            final Map<String, List<Long>> shapes = new LinkedHashMap<>();
            weights.tensors().forEach((name, tensor) -> shapes.put(name,
                Arrays.stream(tensor.shape()).boxed().toList()));
            assertThat(shapes).containsExactlyEntriesOf(expected);
            assertThat(weights.count()).isEqualTo(PUBLISHED);
            assertThat(weights.tensors().entrySet().stream().filter(e -> !e.getKey().matches("norm.*(mean|var)"))
                .mapToLong(e -> e.getValue().values().length).sum()).isEqualTo(PUBLISHED_TRAINED);
        }
    }

    /** IDNN of 4 frames of 128 values to one, as in the paper: 64-32-16-32-64 units with biases. */
    @Test
    void theInterpolationHasTheParametersOfItsPaper() {
        try (AutoencoderNetwork network = new AutoencoderNetwork(AutoencoderSettings.IDNN, MelSettings.PAPER.mels())) {
            final long[] units = {4 * 128, 64, 32, 16, 32, 64, 128};
            long count = 0;
            for (int i = 1; i < units.length; i++) {
                count += (units[i - 1] + 1) * units[i];
                assertThat(network.weights().get("dense" + i + ".W").shape()).containsExactly(units[i - 1], units[i]);
            }
            assertThat(network.weights().count()).isEqualTo(count).isEqualTo(46_416);
        }
    }

    @Test
    void gradientsAreTheSlopesOfTheLoss() {
        final int rows = 9;
        final MultiLayerNetwork network = new MultiLayerNetwork(AutoencoderLayers.of(ONE_FRAME, 12,
            new Arena(DataType.DOUBLE, true), new AutoencoderLayers.Rate()));
        network.init();
        final SplittableRandom random = new SplittableRandom(4);
        network.paramTable().forEach((name, array) -> {
            if (!name.endsWith("mean") && !name.endsWith("var")) {
                // drawn here: Deeplearning4j's own start depends on the clock
                final double most = name.equals("18_W") ? 0.1 : 0.7;
                array.assign(Nd4j.createFromArray(random.doubles(array.length(), -most, most).toArray())
                    .reshape(array.shape()));
            }
        });
        final INDArray x = Nd4j.createFromArray(random.doubles(12 * rows, -1.0, 1.0).toArray()).reshape(rows, 12);
        final DoubleSupplier loss = () -> {
            network.setInput(x);
            network.setLabels(x);
            network.computeGradientAndScore();
            return network.score();
        };
        loss.getAsDouble();
        final Map<String, double[]> gradients = new LinkedHashMap<>();
        network.gradient().gradientForVariable().forEach((name, gradient) -> gradients.put(name,
            gradient.div(rows).dup('f').data().asDouble()));
        gradients.keySet().removeIf(name -> name.endsWith("mean") || name.endsWith("var"));
        assertThat(gradients).hasSize(2 * 10 + 2 * 9);
        // matrices lie column after column, and only so they can be seen as one row without a copy
        gradients.forEach((name, gradient) -> GradientCheck.assertSlopes(name,
            network.getParam(name).reshape('f', new long[]{network.getParam(name).length()}), gradient, loss, 2));
    }

    /** Keras: running ← 0.99 · running + 0.01 · batch, with the variance over n. */
    @Test
    void runningStatisticsGoOnAsInKeras() {
        final int rows = 30;
        final int inputs = 5 * Synthetic.MEL.mels();
        try (AutoencoderNetwork network = TinyAutoencoder.network(3);
                HostArray x = new HostArray(rows, inputs)) {
            final Weights before = network.weights();
            step(network, TinyAutoencoder.windows(x, 1), 1e-3);
            final Weights after = network.weights();
            final Tensor w = before.get("dense1.W");
            final int units = (int)w.shape()[1];
            for (int unit = 0; unit < units; unit++) {
                final int u = unit;
                final double[] outputs = IntStream.range(0, rows).mapToDouble(r -> IntStream.range(0, inputs)
                    .mapToDouble(i -> (double)x.values()[r * inputs + i] * w.values()[i * units + u]).sum()).toArray();
                final double mean = Arrays.stream(outputs).average().orElseThrow();
                final double variance =
                    Arrays.stream(outputs).map(o -> (o - mean) * (o - mean)).average().orElseThrow();
                assertThat((double)after.get("norm1.mean").values()[u]).isCloseTo(0.01 * mean, within(1e-4));
                assertThat((double)after.get("norm1.var").values()[u]).isCloseTo(0.99 + 0.01 * variance,
                    within(1e-4 * variance));
            }
        }
    }

    @Test
    void theFirstStepOfAdamIsTheLearningRate() {
        try (AutoencoderNetwork network = TinyAutoencoder.network(3);
                HostArray x = new HostArray(20, 5L * Synthetic.MEL.mels())) {
            final float[] before = network.weights().get("dense10.b").values();
            step(network, TinyAutoencoder.windows(x, 1), 0.25);
            final float[] after = network.weights().get("dense10.b").values();
            for (int i = 0; i < before.length; i++) {
                assertThat(Math.abs(after[i] - before[i])).isCloseTo(0.25f, within(1e-4f));
            }
        }
    }

    @Test
    void aRestoredNetworkGoesOnToTheBit() {
        try (HostArray x = new HostArray(16, 5L * Synthetic.MEL.mels());
                AutoencoderNetwork one = TinyAutoencoder.network(1)) {
            for (int i = 0; i < 3; i++) {
                step(one, TinyAutoencoder.windows(x, i), 1e-2);
            }
            final Weights state = one.state();
            step(one, TinyAutoencoder.windows(x, 3), 1e-2);
            try (AutoencoderNetwork other = TinyAutoencoder.network(2)) {
                step(other, TinyAutoencoder.windows(x, 9), 1e-2);
                other.restore(state);
                assertSameBits(other.state(), state);
                step(other, TinyAutoencoder.windows(x, 3), 1e-2);
                assertSameBits(other.state(), one.state());
            }
        }
    }

    @Test
    void itHoldsNoMoreThanItAsksForAndNothingWhenClosed() {
        final int batch = 64;
        final long asked = AutoencoderNetwork.bytes(AutoencoderSettings.DCASE, MelSettings.PAPER.mels(), batch);
        assertThat(asked).isBetween(10L << 20, 40L << 20);
        assertThat(OffHeap.growth(() -> {
            try (AutoencoderNetwork network =
                new AutoencoderNetwork(AutoencoderSettings.DCASE, MelSettings.PAPER.mels());
                    HostArray x = new HostArray(batch, 640)) {
                step(network, TinyAutoencoder.windows(x, 1), 1e-3);
                network.state();
                network.error(new Spectrogram(MelSettings.PAPER, 313, new float[313 * 128]));
            }
        }, asked / 2)).isLessThan(asked / 2);
    }
}
