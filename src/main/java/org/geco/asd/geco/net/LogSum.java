package org.geco.asd.geco.net;

/** log Σ exp, without overflow. */
final class LogSum {

    private LogSum() {
    }

    static double of(final double[] values, final int from, final int count) {
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
