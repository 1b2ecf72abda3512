package org.geco.asd.nn.layers;

/** log Σ exp without overflow: the largest value is taken out before exp. What every softmax cross entropy needs. */
public final class LogSumExp {

    private LogSumExp() {
    }

    /**
     * @param values some numbers
     * @param from index of the first that counts
     * @param count how many count, 1 or more
     * @return log Σ exp of these
     */
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
