package org.geco.asd.nn.layers;

import java.util.Arrays;

/**
 * What the rows of a batch are to be recognised as: the class {@code first} with the weight {@code shares}, and
 * {@code second} with the rest of 1. A row whose first class is {@link #NONE} does not count.
 */
public record Targets(int[] first, int[] second, double[] shares) {
    /** Instead of a class. */
    public static final int NONE = -1;

    /** @return each row of one class */
    public static Targets of(final int[] classes) {
        final double[] shares = new double[classes.length];
        Arrays.fill(shares, 1);
        return new Targets(classes, classes, shares);
    }

    /** @return number of rows that count */
    public int counted() {
        return (int)Arrays.stream(first).filter(c -> c != NONE).count();
    }
}
