package org.geco.asd.monitor;

import java.util.Arrays;

import org.geco.asd.common.Outcome;

/** Values of normal clips of a machine, ascending: what tonight's are compared with. */
record Usual(double[] values) {
    private static final int FEWEST = 3;

    /** The median absolute deviation of normally distributed values, as a share of their standard deviation. */
    private static final double NORMAL_MAD = 0.674_489_75;

    static Usual of(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Usual(sorted);
    }

    double median() {
        return median(values);
    }

    /** @return the median of ascending values, one at least */
    static double median(final double[] sorted) {
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * @return how far a value lies above the median, in standard deviations as the median absolute deviation tells them
     *         (Leys et al., J. Exp. Soc. Psychol. 49, 2013), which some outliers do not move; or why that is unknown
     */
    Outcome<Double> deviation(final double value) {
        if (values.length < FEWEST) {
            return Outcome.failed("only " + values.length + " normal clips of the machine are known");
        }
        final double[] distances = Arrays.stream(values).map(each -> Math.abs(each - median())).sorted().toArray();
        final double deviation = median(distances) / NORMAL_MAD;
        return deviation > 0 ? Outcome.of((value - median()) / deviation)
            : Outcome.failed("the normal clips of the machine have the same score");
    }
}
