package org.geco.asd.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.nn.tensor.GradientCheck.normal;

import java.util.function.BiConsumer;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every layer's gradients, of its parameters and of its input, against finite differences in double precision. */
class LayersTest {

    private static final int ROWS = 6;

    private static final int CHANNELS = 8;

    private final Parameters m_parameters = new Parameters(DataType.DOUBLE, new Seeds(3));

    private final Arena m_arena = new Arena(DataType.DOUBLE, true);

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    @AfterEach
    void close() {
        m_arena.close();
        m_parameters.close();
    }

    /** loss = Σ y∘r for random r; forward: x → y, backward: dy → dx. */
    private void check(final INDArray x, final INDArray y, final BiConsumer<INDArray, INDArray> forward,
        final BiConsumer<INDArray, INDArray> backward) {
        m_parameters.allocate(true);
        final INDArray r = normal(2, y.shape());
        final INDArray dx = Nd4j.create(DataType.DOUBLE, x.shape());
        final java.util.function.DoubleSupplier loss = () -> {
            m_arena.poison();
            forward.accept(x, y);
            final double value = Ops.dot(y, r);
            backward.accept(r.dup('c'), dx);
            return value;
        };
        GradientCheck.assertGradientsRight(m_parameters, loss, 60);
        loss.getAsDouble();
        GradientCheck.assertSlopes("x", x, dx.dup('c').data().asDouble(), loss, 200);
        assertThat(m_arena.lent()).as("arrays not given back").isZero();
    }

    @Test
    void linear() {
        final Linear layer = new Linear(m_parameters, m_arena, "l", CHANNELS, 5);
        final INDArray x = normal(1, ROWS, CHANNELS);
        check(x, Nd4j.create(DataType.DOUBLE, ROWS, 5), layer::forward, (dy, dx) -> layer.backward(x, dy, dx));
    }

    @Test
    void cosines() {
        final Cosines layer = new Cosines(m_parameters, m_arena, "c", CHANNELS, 5);
        final INDArray x = normal(1, ROWS, CHANNELS);
        final INDArray y = Nd4j.create(DataType.DOUBLE, ROWS, 5);
        check(x, y, (in, out) -> layer.forward(in, out, m_arena), (dy, dx) -> layer.backward(x, dy, dx));
        final INDArray weight = m_parameters.all().get(0).value();
        layer.forward(x, y, m_arena);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 5; column++) {
                final INDArray a = x.getRow(row);
                final INDArray b = weight.getColumn(column);
                assertThat(y.getDouble(row, column)).isCloseTo(
                    a.mul(b).sumNumber().doubleValue() / a.norm2Number().doubleValue() / b.norm2Number().doubleValue(),
                    within(1e-9));
            }
        }
    }

    @Test
    void layerNorm() {
        final LayerNorm layer = new LayerNorm(m_parameters, m_arena, "n", ROWS, CHANNELS);
        check(normal(1, ROWS, CHANNELS), Nd4j.create(DataType.DOUBLE, ROWS, CHANNELS), layer::forward,
            layer::backward);
    }

    /** Kernels of three frames, and of two that end with the frame itself; also of a clip of one frame. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void frameConvolution(final int frames) {
        for (int kernel = 2; kernel <= 3; kernel++) {
            final FrameConvolution layer = new FrameConvolution(m_parameters, m_arena, "f" + kernel,
                new FrameConvolution.Size(2, frames, 3, 4), -1, kernel);
            m_parameters.add("unused", Initializer.constant(0), 1);
            if (kernel == 3) {
                final INDArray x = normal(1, 2L * frames, 3);
                check(x, Nd4j.create(DataType.DOUBLE, 2L * frames, 4), (in, y) -> {
                    m_parameters.gradients().assign(0);
                    layer.forward(in, y);
                }, (dy, dx) -> layer.backward(x, dy, dx));
            }
        }
    }

    /** A kernel of two rows of samples is a convolution of the waveform. */
    @Test
    void framesOfAWaveformAreSeenWithTheSamplesBeforeThem() {
        final FrameConvolution layer = new FrameConvolution(m_parameters, m_arena, "w",
            new FrameConvolution.Size(1, 3, 4, 1), -1, 2);
        m_parameters.allocate(true);
        m_parameters.values().assign(Nd4j.createFromArray(new double[]{1, 2, 3, 4, 5, 6, 7, 8}));
        final INDArray x = Nd4j.createFromArray(new double[][]{{1, 0, 0, 2}, {0, 1, 0, 0}, {0, 0, 3, 0}});
        final INDArray y = Nd4j.create(DataType.DOUBLE, 3, 1);
        layer.forward(x, y);
        // samples 1 0 0 2 0 1 0 0 0 0 3 0 after four zeros, kernel 8, stride 4
        assertThat(y.toDoubleVector()).containsExactly(5 + 16, 1 + 8 + 6, 2 + 21);
        layer.backward(x, Nd4j.createFromArray(new double[][]{{1}, {10}, {100}}));
        assertThat(m_parameters.gradients().toDoubleVector()).containsExactly(10, 100, 0, 20, 1, 10, 300, 2);
    }

    @Test
    void frameNorm() {
        final FrameNorm layer = new FrameNorm(m_parameters, m_arena, "n", new FrameConvolution.Size(2, 7, 0, 3), 0.2);
        check(normal(1, 14, 3), Nd4j.create(DataType.DOUBLE, 14, 3), layer::forward, layer::backward);
        // of each channel of each clip the mean before gain and shift is 0: what is above times 1, below times 5
        final INDArray y = Nd4j.create(DataType.DOUBLE, 14, 3);
        m_parameters.values().assign(Nd4j.createFromArray(new double[]{1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0}));
        layer.forward(normal(1, 14, 3).muli(10).addi(3), y);
        for (int clip = 0; clip < 2; clip++) {
            for (int channel = 0; channel < 3; channel++) {
                double sum = 0;
                for (int frame = 0; frame < 7; frame++) {
                    final double value = y.getDouble(clip * 7 + frame, channel);
                    sum += value > 0 ? value : value * 5;
                }
                assertThat(sum).isCloseTo(0, within(1e-9));
            }
        }
    }

    /** Also where a slope is negative. */
    @Test
    void pRelu() {
        final FeatureMap map = new FeatureMap(2, 3, 1, 4);
        final PRelu layer = new PRelu(m_parameters, m_arena, "p", map);
        final INDArray x = normal(1, 2, 3, 1, 4);
        m_parameters.allocate(true);
        m_parameters.values().assign(Nd4j.createFromArray(new double[]{0.25, -0.5, 0, 2}));
        check(x, Nd4j.create(DataType.DOUBLE, 2, 3, 1, 4), (in, y) -> {
            y.assign(in);
            layer.forward(y);
        }, (dy, dx) -> {
            dx.assign(dy);
            layer.backward(x, dx);
        });
    }

    @Test
    void weightedSumOverAllPixels() {
        final FeatureMap map = new FeatureMap(3, 2, 5, 4);
        final Convolution global = Convolution.global(4);
        assertThat(global.output(map)).isEqualTo(new FeatureMap(3, 1, 1, 4));
        final BatchNormConvolution layer =
            new BatchNormConvolution(m_parameters, m_arena, "g", map, global, false);
        assertThat(m_parameters.all().get(0).shape()).containsExactly(2, 5, 4);
        final INDArray x = normal(1, 3, 2, 5, 4);
        check(x, Nd4j.create(DataType.DOUBLE, 3, 1, 1, 4), (in, y) -> y.assign(layer.forward(in)),
            (dy, dx) -> layer.backward(x, dy, dx));
    }

    @Test
    void gelu() {
        final Gelu layer = new Gelu(m_arena, ROWS, CHANNELS);
        m_parameters.add("unused", Initializer.constant(0), 1);
        final INDArray y = Nd4j.create(DataType.DOUBLE, ROWS, CHANNELS);
        m_parameters.allocate(true);
        check(normal(1, ROWS, CHANNELS), y, (in, out) -> {
            out.assign(in);
            layer.forward(out);
            m_parameters.gradients().assign(0);
        }, (dy, dx) -> {
            layer.backward(y, dy);
            dx.assign(dy);
        });
    }

    @Test
    void geluIsRightForLargeInputs() {
        try (Arena arena = new Arena(DataType.FLOAT, true)) {
            final Gelu layer = new Gelu(arena, 1, 4);
            final INDArray x = Nd4j.createFromArray(new float[][]{{-1000, -40, 40, 1000}});
            layer.forward(x);
            assertThat(x.data().asFloat()).containsExactly(new float[]{0, 0, 40, 1000}, within(1e-6f));
            final INDArray d = Nd4j.ones(DataType.FLOAT, 1, 4);
            layer.backward(x, d);
            assertThat(d.data().asFloat()).containsExactly(new float[]{0, 0, 1, 1}, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void attention(final int asking) {
        final Attention layer =
            new Attention(m_parameters, m_arena, "a", new HeadProducts.Sizes(3, 2, asking, 5, CHANNELS / 2));
        final INDArray x = normal(1, 15, CHANNELS);
        check(x, Nd4j.create(DataType.DOUBLE, 3 * asking, CHANNELS), layer::forward,
            (dy, dx) -> layer.backward(x, dy, dx));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void transformerBlock(final int wanted) {
        final TransformerBlock block = new TransformerBlock(m_parameters, m_arena, "b",
            new TransformerBlock.Shape(3, 5, wanted, CHANNELS, 2, 2));
        check(normal(1, 15, CHANNELS), Nd4j.create(DataType.DOUBLE, 3 * wanted, CHANNELS),
            (x, y) -> y.assign(block.forward(x)), block::backward);
    }

    /** The rows that are wanted do not change when fewer are wanted. */
    @Test
    void aBlockComputesTheSameForFewerSlots() {
        final INDArray x = normal(1, 15, CHANNELS);
        final TransformerBlock all = new TransformerBlock(m_parameters, m_arena, "b",
            new TransformerBlock.Shape(3, 5, 5, CHANNELS, 2, 2));
        final TransformerBlock one = new TransformerBlock(m_parameters, m_arena, "b",
            new TransformerBlock.Shape(3, 5, 1, CHANNELS, 2, 2));
        m_parameters.allocate(false);
        assertThat(one.forward(x).dup('c').data().asDouble())
            .containsExactly(Ops.firstRows(all.forward(x), 3).dup('c').data().asDouble(), within(1e-12));
    }

    @Test
    void attentionDoesNotMixWindows() {
        final Attention layer =
            new Attention(m_parameters, m_arena, "a", new HeadProducts.Sizes(3, 2, 5, 5, CHANNELS / 2));
        m_parameters.allocate(false);
        final INDArray x = normal(1, 15, CHANNELS);
        final INDArray before = Nd4j.create(DataType.DOUBLE, 15, CHANNELS);
        final INDArray after = Nd4j.create(DataType.DOUBLE, 15, CHANNELS);
        layer.forward(x, before);
        x.putScalar(7, 0, 9);
        layer.forward(x, after);
        for (int row = 0; row < 15; row++) {
            assertThat(after.getDouble(row, 0) == before.getDouble(row, 0)).as("row %d", row)
                .isEqualTo(row % 3 != 7 % 3);
        }
    }

    /** For other backends; the CPU's way is what all other tests run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void bothWaysOfTheHeadProductsAgree(final int asking) {
        final HeadProducts.Sizes sizes = new HeadProducts.Sizes(40, 2, asking, 5, 3);
        final INDArray queries = normal(1, 40L * asking, 6);
        final INDArray keysAndValues = normal(2, 200, 12);
        final double[][] results = new double[2][];
        for (int way = 0; way < 2; way++) {
            final HeadProducts products = way == 0 ? new BlasHeadProducts(sizes) : new BatchedHeadProducts(sizes);
            final INDArray weights = Nd4j.create(DataType.DOUBLE, 80L * asking, 5);
            final INDArray mixed = Nd4j.create(DataType.DOUBLE, 40L * asking, 6);
            final INDArray back = Nd4j.create(DataType.DOUBLE, 200, 12);
            products.weights(0.3, new HeadProducts.Values(queries, 0), new HeadProducts.Values(keysAndValues, 0),
                weights);
            products.mix(0.7, weights, false, new HeadProducts.Values(keysAndValues, 6),
                new HeadProducts.Values(mixed, 0));
            products.mix(1, weights, true, new HeadProducts.Values(mixed, 0), new HeadProducts.Values(back, 6));
            results[way] = Nd4j.concat(0, weights.reshape(-1), mixed.reshape(-1), back.reshape(-1)).data().asDouble();
        }
        assertThat(results[1]).containsExactly(results[0], within(1e-12));
        assertThat(results[0]).doesNotContain(Double.NaN);
    }

    @Test
    void anArrayIsGivenBackOnce() {
        final INDArray array = m_arena.take(2, 3);
        m_arena.give(array);
        assertThat(m_arena.take(3, 2).data().address()).as("used again").isEqualTo(array.data().address());
        assertThat(m_arena.bytes()).isEqualTo(6 * Double.BYTES);
        final INDArray stranger = Nd4j.create(DataType.DOUBLE, 2, 3);
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> m_arena.give(stranger));
    }
}
