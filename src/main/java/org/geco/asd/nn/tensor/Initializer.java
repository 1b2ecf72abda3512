package org.geco.asd.nn.tensor;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How a parameter starts. */
@FunctionalInterface
public interface Initializer {

    /**
     * Fills a new parameter.
     *
     * @param values to be filled
     * @param random the parameter's own stream of random numbers
     */
    void fill(float[] values, SplittableRandom random);

    /**
     * @param value the value of every element
     * @return an initializer
     */
    static Initializer constant(final double value) {
        return (values, random) -> Arrays.fill(values, (float)value);
    }

    /**
     * @param bound half-width of the interval
     * @return uniform in [−bound, bound)
     */
    static Initializer uniform(final double bound) {
        return (values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(bound * (2 * random.nextDouble() - 1));
            }
        };
    }

    /**
     * What PyTorch gives weights and biases of linear and convolution layers: uniform in ±1/√fanIn.
     *
     * @param fanIn number of inputs of one output
     * @return an initializer
     */
    static Initializer fanIn(final long fanIn) {
        return uniform(1 / Math.sqrt(fanIn));
    }

    /**
     * @param deviation standard deviation
     * @return normal with mean 0
     */
    static Initializer normal(final double deviation) {
        return (values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(deviation * random.nextGaussian());
            }
        };
    }
}
