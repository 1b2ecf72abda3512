package org.geco.asd.evaluation;

import java.util.stream.DoubleStream;

/**
 * How many normal and how many anomalous clips have a score in each of the bins of a width from the lowest on.
 */
public record Histogram(double low, double width, int[] normal, int[] anomalous) {
    private static final int MOST_BINS = 40;

    /** @return the histogram of at least one score */
    public static Histogram of(final LabelledScores scores) {
        final double[] normal = scores.normalScores();
        final double[] anomalous = scores.anomalousScores();
        final double low = all(normal, anomalous).min().orElseThrow();
        final double high = all(normal, anomalous).max().orElseThrow();
        final int bins = (int)Math.min(MOST_BINS, Math.max(8, 2 * Math.sqrt(normal.length + anomalous.length)));
        final double width = high > low ? (high - low) / bins : 1;
        return new Histogram(low, width, counts(normal, low, width, bins), counts(anomalous, low, width, bins));
    }

    private static DoubleStream all(final double[] first, final double[] second) {
        return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second));
    }

    /** @return how many scores lie in each of so many bins; the last one holds its upper end, too */
    public static int[] counts(final double[] scores, final double low, final double width, final int bins) {
        final int[] counts = new int[bins];
        for (final double score : scores) {
            counts[Math.min(bins - 1, (int)((score - low) / width))]++;
        }
        return counts;
    }
}
