package org.geco.asd.nn.layers;

import static org.geco.asd.nn.tensor.GradientCheck.normal;

import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every way to the gradients, whichever the network would choose, against finite differences. */
class ConvolutionGradientTest {

    @FunctionalInterface
    private interface Way {
        ConvolutionGradient of(Arena arena, Convolution c, FeatureMap in);
    }

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    static Stream<Arguments> ways() {
        final Way whole = (arena, c, in) -> ConvolutionGradient.whole(c);
        final Way parts = ConvolutionGradient::parts;
        final Way pixels = ConvolutionGradient::pixels;
        final Way weightsOnly = ConvolutionGradient::weightsOnly;
        final Way chosen = (arena, c, in) -> ConvolutionGradient.of(arena, c, in, false);
        return Stream.of(Arguments.of("depthwise", chosen, new Convolution(2, 3, 1, true), 5, 4, 2),
            Arguments.of("depthwise, one row", chosen, new Convolution(2, 3, 1, true), 1, 4, 2),
            Arguments.of("depthwise, stride 2, odd", chosen, new Convolution(3, 3, 2, true), 5, 7, 3),
            Arguments.of("depthwise, stride 2, even", chosen, new Convolution(3, 3, 2, true), 4, 6, 3),
            Arguments.of("depthwise, kernel 5", chosen, new Convolution(2, 5, 1, true), 6, 4, 2),
            Arguments.of("products", chosen, new Convolution(3, 1, 1), 5, 4, 2),
            Arguments.of("whole", whole, new Convolution(3, 3, 1), 5, 4, 2),
            Arguments.of("whole, stride 2", whole, new Convolution(3, 3, 2), 5, 4, 2),
            Arguments.of("parts", parts, new Convolution(3, 3, 1), 5, 4, 2),
            Arguments.of("parts, one row", parts, new Convolution(3, 3, 1), 1, 4, 2),
            Arguments.of("pixels, odd", pixels, new Convolution(3, 1, 2), 5, 7, 2),
            Arguments.of("pixels, even", pixels, new Convolution(3, 1, 2), 4, 6, 2),
            Arguments.of("weights only, stem", weightsOnly, new Convolution(3, 7, 2), 9, 12, 1),
            Arguments.of("weights only, even stem", weightsOnly, new Convolution(3, 7, 2), 8, 11, 1),
            Arguments.of("weights only, channels", weightsOnly, new Convolution(3, 3, 2), 5, 6, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void gradientsAreFiniteDifferences(final String name, final Way way, final Convolution c, final int height,
        final int width, final int channels) {
        final FeatureMap in = new FeatureMap(2, height, width, channels);
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(1));
                Arena arena = new Arena(DataType.DOUBLE, true)) {
            final Parameter weights = parameters.add("w", Initializer.normal(1), c.weights(in));
            parameters.allocate(true);
            final ConvolutionGradient gradient = way.of(arena, c, in);
            final INDArray x = normal(1, 2, height, width, channels);
            final INDArray y = c.output(in).array(arena);
            final INDArray r = normal(2, y.shape());
            final INDArray dx = Nd4j.create(DataType.DOUBLE, x.shape());
            final DoubleSupplier loss = () -> {
                c.forward(x, weights.value(), y);
                gradient.backward(x, weights, r, dx);
                return Ops.dot(y, r);
            };
            GradientCheck.assertGradientsRight(parameters, loss, 100);
            if (!name.startsWith("weights only")) {
                loss.getAsDouble();
                GradientCheck.assertSlopes("x", x, dx.data().asDouble(), loss, 100);
            }
        }
    }
}
