package org.geco.asd.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.nn.tensor.GradientCheck.normal;

import java.util.Arrays;
import java.util.Optional;

import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Depthwise convolutions of images whose rows are several runs, the last one shorter, against the sums as they are
 * defined. Of at most 200 terms of about 1 each, so right to 200 · 2⁻²⁴ · a few in single precision.
 */
class DepthwiseTest {
    private static final double TOLERANCE = 1e-4;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    /** An index in images, or −1 beyond them. */
    private static int index(final FeatureMap map, final int image, final int row, final int column,
        final int channel) {
        return row < 0 || row >= map.height() || column < 0 || column >= map.width() ? -1
            : ((image * map.height() + row) * map.width() + column) * map.channels() + channel;
    }

    /** Hears of each term: indices in the output, the input and the weights. */
    @FunctionalInterface
    private interface Term {
        void of(int y, int x, int weight);
    }

    private static void terms(final Convolution c, final FeatureMap in, final Term term) {
        final FeatureMap out = c.output(in);
        for (int y = 0; y < out.rows() * out.channels(); y++) {
            final int channel = y % out.channels();
            final int column = y / out.channels() % out.width();
            final int row = y / out.channels() / out.width() % out.height();
            final int image = y / out.channels() / out.width() / out.height();
            for (int element = 0; element < c.kernel() * c.kernel(); element++) {
                final int x = index(in, image, row * c.stride() + element / c.kernel() - c.padding(),
                    column * c.stride() + element % c.kernel() - c.padding(), channel);
                if (x >= 0) {
                    term.of(y, x, element * out.channels() + channel);
                }
            }
        }
    }

    private static double[] values(final INDArray array) {
        return array.data().asDouble();
    }

    private static INDArray random(final long seed, final FeatureMap map) {
        return normal(seed, map.batch(), map.height(), map.width(), map.channels()).castTo(DataType.FLOAT);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 7, 23, 150", "3, 2, 7, 23, 150", "3, 2, 8, 24, 150", "3, 1, 2, 3, 1100", "5, 1, 6, 17, 200",
        "3, 1, 1, 1, 2", "3, 2, 2, 1, 700"})
    void isTheSumUnderTheKernel(final int kernel, final int stride, final int height, final int width,
        final int channels) {
        final Convolution c = new Convolution(channels, kernel, stride, true);
        final FeatureMap in = new FeatureMap(2, height, width, channels);
        final INDArray x = random(1, in);
        final INDArray weights = normal(2, kernel, kernel, channels).castTo(DataType.FLOAT);
        final INDArray bias = normal(3, channels).castTo(DataType.FLOAT);
        final FeatureMap out = c.output(in);
        final double[] expected = new double[Math.toIntExact(out.rows() * channels)];
        Arrays.setAll(expected, i -> values(bias)[i % channels]);
        final double[] seen = values(x);
        final double[] factors = values(weights);
        terms(c, in, (y, from, weight) -> expected[y] += seen[from] * factors[weight]);
        final INDArray y = Nd4j.create(DataType.FLOAT, 2, out.height(), out.width(), channels);
        new Depthwise(c, in).forward(x, weights, Optional.of(bias), Rectifier.RELU6, y);
        assertThat(values(y)).containsExactly(
            Arrays.stream(expected).map(sum -> Math.min(Math.max(sum, 0), 6)).toArray(), within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 7, 23, 150", "3, 2, 7, 23, 150", "3, 2, 8, 24, 150", "3, 1, 2, 3, 1100", "5, 1, 6, 17, 200",
        "3, 1, 1, 1, 2", "3, 2, 2, 1, 700"})
    void givesTheGradientsOfThatSum(final int kernel, final int stride, final int height, final int width,
        final int channels) {
        final Convolution c = new Convolution(channels, kernel, stride, true);
        final FeatureMap in = new FeatureMap(2, height, width, channels);
        final INDArray x = random(1, in);
        final INDArray weights = normal(2, kernel, kernel, channels).castTo(DataType.FLOAT);
        final INDArray dy = random(3, c.output(in));
        final double[] dx = new double[Math.toIntExact(in.rows() * channels)];
        final double[] dWeights = new double[kernel * kernel * channels];
        final double[] seen = values(x);
        final double[] factors = values(weights);
        final double[] slopes = values(dy);
        terms(c, in, (y, from, weight) -> {
            dx[from] += slopes[y] * factors[weight];
            dWeights[weight] += slopes[y] * seen[from];
        });
        final INDArray ofInput = x.like();
        final INDArray ofWeights = weights.like();
        new Depthwise(c, in).backward(x, weights, dy, ofInput, ofWeights);
        assertThat(values(ofInput)).containsExactly(dx, within(TOLERANCE));
        assertThat(values(ofWeights)).containsExactly(dWeights, within(TOLERANCE));
    }
}
