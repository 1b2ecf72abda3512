package org.geco.asd.nn.optim;

/**
 * The paper's λ ramp (section 2.2): 0 until epoch {@code start}, rising to {@code max} at {@code end}, constant then.
 */
public record Ramp(double start, double end, double max, Shape shape) implements Schedule {
    /** How the value gets from 0 to its maximum. */
    public enum Shape {
        /** Equal steps, as in the paper. */
        LINEAR,
        /** Half a cosine: slow, fast, slow. */
        COSINE,
        /** No ramp: the maximum throughout, start and end are ignored (the constant λ of the paper's Table 2). */
        CONSTANT
    }

    /** Checks that the end is not before the start. */
    public Ramp {
        if (!(start <= end)) {
            throw new IllegalArgumentException("The ramp ends (" + end + ") before it starts (" + start + ")");
        }
    }

    @Override
    public double at(final double epoch) {
        if (shape == Shape.CONSTANT || epoch >= end) {
            return max;
        }
        if (epoch <= start) {
            return 0;
        }
        final double share = (epoch - start) / (end - start);
        return max * (shape == Shape.COSINE ? (1 - Math.cos(Math.PI * share)) / 2 : share);
    }
}
