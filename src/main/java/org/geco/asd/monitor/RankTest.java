package org.geco.asd.monitor;

import java.util.Arrays;

import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Do two samples come from the same distribution? The test of Mann and Whitney (Ann. Math. Statist. 18, 1947), exact
 * for small samples.
 *
 * @param pValue two-sided
 * @param superiority probability that a value of the first sample is above one of the second, ties count half: Vargha
 *            and Delaney's effect size A (J. Educ. Behav. Stat. 25, 2000), 0.5 if neither is higher
 */
record RankTest(double pValue, double superiority) {
    /** Up to so many pairs the distribution is counted out. */
    private static final int EXACT_PAIRS = 2_500;

    /** More values than this are thinned out evenly: consecutive clips tell much the same. */
    private static final int MOST = 2_000;

    /** @param first ascending, not empty; so is the second */
    static RankTest of(final double[] first, final double[] second) {
        final double[] x = thinned(first);
        final double[] y = thinned(second);
        double u = 0;
        for (final double value : x) {
            final int at = lower(y, value);
            u += at + (lower(y, Math.nextUp(value)) - at) / 2.0;
        }
        final double pairs = (double)x.length * y.length;
        final double p = pairs <= EXACT_PAIRS ? exact(Math.min(u, pairs - u), x.length, y.length)
            : new MannWhitneyUTest().mannWhitneyUTest(x, y);
        return new RankTest(p, u / pairs);
    }

    private static double[] thinned(final double[] sorted) {
        if (sorted.length <= MOST) {
            return sorted;
        }
        final double[] some = new double[MOST];
        Arrays.setAll(some, i -> sorted[(int)((long)i * (sorted.length - 1) / (MOST - 1))]);
        return some;
    }

    /** How many values are below. */
    private static int lower(final double[] sorted, final double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Twice the share of arrangements whose U is at most this one, at most 1. Mann and Whitney's recursion: the largest
     * value is of the first sample, and above all m of the second, or of the second.
     */
    private static double exact(final double u, final int n, final int m) {
        final int most = (int)Math.floor(u);
        double[][] shares = new double[m + 1][most + 1];
        for (final double[] share : shares) {
            share[0] = 1;
        }
        for (int i = 1; i <= n; i++) {
            final double[][] next = new double[m + 1][most + 1];
            next[0][0] = 1;
            for (int j = 1; j <= m; j++) {
                for (int k = 0; k <= most; k++) {
                    next[j][k] = (i * (k < j ? 0 : shares[j][k - j]) + j * next[j - 1][k]) / (i + j);
                }
            }
            shares = next;
        }
        return Math.min(1, 2 * Arrays.stream(shares[m]).sum());
    }

    /** @return the p-values, each adjusted for all of them (Benjamini and Hochberg, J. R. Stat. Soc. B 57, 1995) */
    static double[] adjusted(final double[] pValues) {
        final Integer[] order = new Integer[pValues.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(pValues[b], pValues[a]));
        final double[] adjusted = new double[pValues.length];
        double lowest = 1;
        for (int i = 0; i < order.length; i++) {
            lowest = Math.min(lowest, pValues[order[i]] * order.length / (order.length - i));
            adjusted[order[i]] = lowest;
        }
        return adjusted;
    }
}
