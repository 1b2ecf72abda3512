package org.geco.asd.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.nn.tensor.GradientCheck.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.DevicePath;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every layer that has a way for devices beside the host's, by both on the CPU: results, the gradients of the
 * parameters and that of the input.
 * <p>
 * Attention's products add up their few terms in another order. A sum of n products of size s is right to n·s·ε, with
 * ε = 2⁻²⁴ in single precision: n ≤ 40 and s of about 1 make 2e-6; four such sums follow each other from x to dx. So
 * do those of batch normalisation, whose gradients are differences of such sums. Convolutions copy and then compute the
 * same, so those of finished networks are equal to the bit.
 */
class DevicePathTest {
    private static final Map<DataType, Double> TOLERANCES = Map.of(DataType.FLOAT, 1e-5, DataType.DOUBLE, 1e-13);

    private static final String RESULT = "result";

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static INDArray random(final DataType precision, final long seed, final long... shape) {
        return normal(seed, shape).castTo(precision);
    }

    private static double[] values(final INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static void addGradients(final Parameters parameters, final Map<String, double[]> results) {
        parameters.all().forEach(p -> results.put("gradient of " + p.name(), values(p.gradient())));
    }

    private static void assertClose(final Callable<Map<String, double[]>> computation,
        final double tolerance) throws Exception {
        final DevicePath.Both<Map<String, double[]>> both = DevicePath.both(computation);
        assertThat(both.device().keySet()).isEqualTo(both.host().keySet());
        both.host().forEach((name, host) -> {
            final double size = Math.max(1, Arrays.stream(host).map(Math::abs).max().orElseThrow());
            assertThat(both.device().get(name)).as(name).containsExactly(host, within(tolerance * size));
            assertThat(host).as(name).doesNotContain(Double.NaN);
        });
        assertThat(Arrays.stream(both.host().get(RESULT)).filter(value -> value != 0).count()).isPositive();
    }

    /** Windows, heads, slots that ask, slots, values of a head: one window, odd numbers, more than one thread's. */
    static Stream<HeadProducts.Sizes> sizes() {
        return Stream.of(new HeadProducts.Sizes(1, 1, 2, 2, 2), new HeadProducts.Sizes(1, 3, 1, 5, 2),
            new HeadProducts.Sizes(1, 2, 5, 5, 4), new HeadProducts.Sizes(3, 1, 2, 5, 7),
            new HeadProducts.Sizes(2, 5, 3, 3, 1), new HeadProducts.Sizes(7, 2, 4, 4, 5),
            new HeadProducts.Sizes(33, 2, 1, 5, 4), new HeadProducts.Sizes(50, 3, 5, 5, 3));
    }

    static Stream<Arguments> sizesAndPrecisions() {
        return TOLERANCES.keySet().stream().flatMap(p -> sizes().map(sizes -> Arguments.of(p, sizes)));
    }

    @ParameterizedTest
    @MethodSource("sizesAndPrecisions")
    void attention(final DataType precision, final HeadProducts.Sizes sizes) throws Exception {
        final long rows = (long)sizes.windows() * sizes.keys();
        final long asking = (long)sizes.windows() * sizes.queries();
        assertClose(() -> {
            try (Parameters parameters = new Parameters(precision, new Seeds(3));
                    Arena arena = new Arena(precision, true)) {
                final Attention layer = new Attention(parameters, arena, "a", sizes);
                parameters.allocate(true);
                final INDArray x = random(precision, 1, rows, sizes.width());
                final INDArray y = arena.array(asking, sizes.width());
                final INDArray dx = arena.array(rows, sizes.width());
                layer.forward(x, y);
                arena.poison();
                layer.backward(x, random(precision, 2, y.shape()), dx);
                final Map<String, double[]> results =
                    new LinkedHashMap<>(Map.of(RESULT, values(y), "gradient of x", values(dx)));
                addGradients(parameters, results);
                return results;
            }
        }, TOLERANCES.get(precision));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void transformerBlock(final HeadProducts.Sizes sizes) throws Exception {
        final long rows = (long)sizes.windows() * sizes.keys();
        assertClose(() -> {
            try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(3));
                    Arena arena = new Arena(DataType.FLOAT, true)) {
                final TransformerBlock block = new TransformerBlock(parameters, arena, "b", new TransformerBlock.Shape(
                    sizes.windows(), sizes.keys(), sizes.queries(), sizes.width(), sizes.heads(), 2));
                parameters.allocate(true);
                final INDArray y = block.forward(random(DataType.FLOAT, 1, rows, sizes.width()));
                final INDArray dh = arena.array(rows, sizes.width());
                block.backward(random(DataType.FLOAT, 2, y.shape()), dh);
                final Map<String, double[]> results =
                    new LinkedHashMap<>(Map.of(RESULT, values(y), "gradient of h", values(dh)));
                addGradients(parameters, results);
                return results;
            }
        }, TOLERANCES.get(DataType.FLOAT));
    }

    /** The kinds of convolution that the networks have. */
    enum Kind {
        STEM(new Convolution(3, 7, 2), 1), SQUARE(new Convolution(3, 3, 1), 2), HALVING(new Convolution(3, 3, 2), 2),
        MANY_CHANNELS(new Convolution(4, 3, 1), 128), PRODUCT(new Convolution(3, 1, 1), 2),
        SHORTCUT(new Convolution(3, 1, 2), 2), DEPTHWISE(new Convolution(3, 3, 1, true), 3),
        DEPTHWISE_HALVING(new Convolution(3, 3, 2, true), 3), DEPTHWISE_WIDE(new Convolution(2, 5, 1, true), 2),
        DEPTHWISE_OF_ONE_CHANNEL(new Convolution(1, 3, 2, true), 1);

        private final Convolution m_convolution;
        private final int m_channels;

        Kind(final Convolution convolution, final int channels) {
            m_convolution = convolution;
            m_channels = channels;
        }

        /** One image and more; odd and even; smaller than the kernel. */
        List<FeatureMap> inputs() {
            final List<FeatureMap> inputs = new ArrayList<>();
            for (final int batch : new int[]{1, 3}) {
                for (final int[] size : new int[][]{{5, 7}, {4, 6}, {1, 4}, {3, 1}}) {
                    inputs.add(new FeatureMap(batch, size[0], size[1], m_channels));
                }
            }
            return inputs;
        }
    }

    @ParameterizedTest
    @EnumSource
    void convolutionWithBatchNormalisation(final Kind kind) throws Exception {
        for (final FeatureMap in : kind.inputs()) {
            assertClose(() -> {
                try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(4));
                        Arena arena = new Arena(DataType.FLOAT, true)) {
                    return trained(parameters, arena, in, kind);
                }
            }, TOLERANCES.get(DataType.FLOAT));
        }
    }

    /** A network's stem is its first layer, whose input needs no gradient. */
    private static Map<String, double[]> trained(final Parameters parameters, final Arena arena, final FeatureMap in,
        final Kind kind) {
        final BatchNormConvolution layer =
            new BatchNormConvolution(parameters, arena, "c", in, kind.m_convolution, kind == Kind.STEM);
        parameters.allocate(true);
        final INDArray x = random(DataType.FLOAT, 1, in.batch(), in.height(), in.width(), in.channels());
        final Map<String, double[]> results = new LinkedHashMap<>();
        final INDArray y = layer.forward(x);
        results.put("mean", layer.mean());
        results.put("variance", layer.variance());
        results.put(RESULT, values(y));
        final INDArray dy = random(DataType.FLOAT, 2, y.shape());
        final INDArray dx = kind == Kind.STEM ? null : in.array(arena);
        arena.poison();
        layer.backward(x, dy, dx);
        assertThat(arena.lent()).isZero();
        addGradients(parameters, results);
        if (dx != null) {
            results.put("gradient of x", values(dx));
        }
        return results;
    }

    @ParameterizedTest
    @EnumSource
    void convolutionOfAFinishedNetwork(final Kind kind) throws Exception {
        final long[] shape = kind.m_convolution.weights(new FeatureMap(1, 1, 1, kind.m_channels));
        final int out = kind.m_convolution.out();
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("c" + BatchNormConvolution.WEIGHT, tensor(5, shape));
        for (final String name : List.of(BatchNormConvolution.GAIN, BatchNormConvolution.SHIFT,
            BatchNormConvolution.MEAN)) {
            tensors.put("c" + name, tensor(6, 1, out));
        }
        final float[] ones = new float[out];
        Arrays.fill(ones, 1);
        tensors.put("c" + BatchNormConvolution.VARIANCE, new Tensor(new long[]{1, out}, ones));
        for (final FeatureMap in : kind.inputs()) {
            assertClose(() -> {
                try (Arena arena = new Arena(DataType.FLOAT, false)) {
                    final FoldedConvolution layer =
                        new FoldedConvolution(Weights.of(tensors), arena, "c", in, kind.m_convolution);
                    return Map.of(RESULT, values(layer.forward(
                        random(DataType.FLOAT, 1, in.batch(), in.height(), in.width(), in.channels()))));
                }
            }, 0);
        }
    }

    private static Tensor tensor(final long seed, final long... shape) {
        return new Tensor(shape, random(DataType.FLOAT, seed, shape).data().asFloat());
    }
}
