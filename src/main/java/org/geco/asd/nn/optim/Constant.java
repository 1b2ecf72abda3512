package org.geco.asd.nn.optim;

/**
 * The same value throughout.
 *
 * @param value the value
 */
public record Constant(double value) implements Schedule {

    @Override
    public double at(final double epoch) {
        return value;
    }
}
