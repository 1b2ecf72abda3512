package org.geco.asd.nn.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

import org.geco.asd.files.Tensor;
import org.geco.asd.nn.tensor.GoldenArrays;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network whose weights and inputs a script of bench/peers makes of their indices, too, so that the file has results
 * only: of each array its first values and the root of the sum of all squares.
 */
public record GoldenNetwork(GoldenArrays golden) {
    private static final int KEPT = 20;

    private static final double STEP = 1e-8;

    /** As in the script: uniform in −1 to 1, the same numbers wherever they are computed. */
    public static double noise(final int index, final int stream) {
        return 2 * ((Math.sin(12.9898 * (index + 1) + 78.233 * stream) * 437.585453 + 1000) % 1) - 1;
    }

    /** Sets all parameters as the script does. */
    public static void formula(final Parameters parameters) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        parameters.all().forEach(p -> {
            final float[] values = new float[(int)Tensor.elements(p.shape())];
            final boolean isVector = p.shape()[0] == 1 && p.shape().length == 2;
            final double scale =
                isVector ? 0.3 : Math.sqrt(6.0 / (values.length / p.shape()[p.shape().length - 1]));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(scale * noise(i, tensors.size()) + (p.name().endsWith(".gain") ? 1 : 0));
            }
            tensors.put(p.name(), new Tensor(p.shape(), values));
        });
        parameters.load(Weights.of(tensors));
    }

    /** Fails if the first values or the size of an array are not those of the script, as a share from 1 on. */
    public void assertKept(final String name, final double[] actual, final double tolerance) {
        final float[] expected = golden.values(name);
        double squares = 0;
        for (int i = 0; i < actual.length; i++) {
            squares += actual[i] * actual[i];
            if (i < Math.min(KEPT, expected.length - 1)) {
                assertThat(actual[i]).as("%s[%d]", name, i).isCloseTo(expected[i],
                    within(tolerance * Math.max(1, Math.abs(expected[i]))));
            }
        }
        assertThat(Math.sqrt(squares)).as(name).isCloseTo(expected[expected.length - 1],
            within(tolerance * Math.max(1, expected[expected.length - 1])));
    }

    /** The same for values in single precision. */
    public void assertKept(final String name, final float[] actual, final double tolerance) {
        final double[] doubles = new double[actual.length];
        Arrays.setAll(doubles, i -> actual[i]);
        assertKept(name, doubles, tolerance);
    }

    /** @return of a loss by a parameter's middle value, in a step so small that few rectifiers have a kink in it */
    public static double slope(final Parameter parameter, final DoubleSupplier loss) {
        final INDArray values = parameter.value().reshape(parameter.value().length());
        return GradientCheck.slope(values, values.length() / 2, STEP, loss);
    }
}
