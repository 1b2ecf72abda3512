package org.geco.asd.nn.tensor;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How a parameter starts. */
@FunctionalInterface
public interface Initializer {
    /** Fills the values of a new parameter, with its own stream of random numbers. */
    void fill(float[] values, SplittableRandom random);

    /** The same value for every element. */
    static Initializer constant(final double value) {
        return (values, random) -> Arrays.fill(values, (float)value);
    }

    /** Uniform in [−bound, bound). */
    static Initializer uniform(final double bound) {
        return (values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(bound * (2 * random.nextDouble() - 1));
            }
        };
    }

    /** What PyTorch gives weights and biases of linear layers: uniform in ±1/√(number of inputs of one output). */
    static Initializer fanIn(final long fanIn) {
        return uniform(1 / Math.sqrt((double)fanIn));
    }

    /** Normal with mean 0 and this standard deviation. */
    static Initializer normal(final double deviation) {
        return (values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(deviation * random.nextGaussian());
            }
        };
    }
}
