package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares gradients in double precision with central finite differences. */
public final class GradientCheck {

    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 1e-7;

    private GradientCheck() {
    }

    /**
     * @param parameters of precision DOUBLE, allocated
     * @param loss computes loss, about 1 in size, and gradients
     * @param elements how many elements of a large parameter are compared, drawn at random
     */
    public static void assertGradientsRight(final Parameters parameters, final DoubleSupplier loss,
        final int elements) {
        assertThat(parameters.precision()).isEqualTo(DataType.DOUBLE);
        assertThat(parameters.all()).isNotEmpty();
        parameters.gradients().assign(Double.NaN);
        loss.getAsDouble();
        final Map<Parameter, double[]> gradients = new LinkedHashMap<>();
        parameters.all().forEach(p -> gradients.put(p, p.gradient().dup('c').data().asDouble()));
        gradients.forEach((p, gradient) -> assertSlopes(p.name(), p.value(), gradient, loss, elements));
    }

    /**
     * @param name of the array, for messages
     * @param array what the loss depends on
     * @param gradient what is to be checked, in C order
     * @param loss computes the loss
     * @param elements how many elements of a large array are compared, drawn at random
     */
    public static void assertSlopes(final String name, final INDArray array, final double[] gradient,
        final DoubleSupplier loss, final int elements) {
        assertThat(gradient).as(name).hasSize((int)array.length());
        final INDArray flat = array.reshape(array.length());
        final SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < Math.min(elements, gradient.length); n++) {
            final int i = gradient.length <= elements ? n : random.nextInt(gradient.length);
            assertThat(gradient[i]).as("d loss / d %s[%d]", name, i).isCloseTo(slope(flat, i, STEP, loss),
                within(TOLERANCE));
        }
    }

    /** @return of the loss by one of the values [n], by steps of this size to both sides */
    public static double slope(final INDArray values, final long i, final double step, final DoubleSupplier loss) {
        final double before = values.getDouble(i);
        values.putScalar(i, before + step);
        final double above = loss.getAsDouble();
        values.putScalar(i, before - step);
        final double below = loss.getAsDouble();
        values.putScalar(i, before);
        return (above - below) / (2 * step);
    }

    /**
     * @param seed seed
     * @param shape shape
     * @return standard normal doubles
     */
    public static INDArray normal(final long seed, final long... shape) {
        final SplittableRandom random = new SplittableRandom(seed);
        final INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < array.length(); i++) {
            array.data().put(i, random.nextGaussian());
        }
        return array;
    }
}
