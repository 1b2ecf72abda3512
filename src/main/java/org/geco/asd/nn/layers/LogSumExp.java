package org.geco.asd.nn.layers;

/** log Σ exp without overflow: the largest value is taken out before exp. What every softmax cross entropy needs. */
public final class LogSumExp {
    private LogSumExp() { }

    /** @return log Σ exp of so many values, 1 or more, from an index on */
    public static double of(final double[] values, final int from, final int count) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            max = Math.max(max, values[i]);
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += Math.exp(values[i] - max);
        }
        return max + Math.log(sum);
    }
}
