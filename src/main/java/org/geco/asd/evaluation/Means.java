package org.geco.asd.evaluation;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.geco.asd.common.Outcome;

/**
 * Arithmetic (DCASE 2020) and harmonic mean (later years: a single weak machine pulls it down) of the metrics of
 * several machines, or of several machine types. Members without a value do not take part; {@link #isPartial()} says
 * that there were some.
 */
public record Means(Metrics arithmetic, Metrics harmonic, int contributing, int members) {
    /** @return the means of the machines of one type */
    public static Means ofMachines(final List<Metrics> machines) {
        return of(machines, machines, "machine");
    }

    /**
     * @return the mean of the types' arithmetic means and the harmonic mean of their harmonic means: each type counts
     *         the same, however many machines it has
     */
    public static Means ofTypes(final List<Means> types) {
        return of(types.stream().map(Means::arithmetic).toList(), types.stream().map(Means::harmonic).toList(),
            "machine type");
    }

    private static Means of(final List<Metrics> arithmetic, final List<Metrics> harmonic, final String member) {
        return new Means(Metrics.of(metric -> mean(values(arithmetic, metric), member)),
            Metrics.of(metric -> harmonicMean(values(harmonic, metric), member)),
            values(arithmetic, Metric.AUC).length, arithmetic.size());
    }

    /** @return whether some members have no value and are not in the means */
    public boolean isPartial() {
        return contributing < members;
    }

    private static double[] values(final List<Metrics> metrics, final Metric metric) {
        return metrics.stream().map(m -> m.of(metric)).filter(Outcome::isPresent).mapToDouble(Outcome::value).toArray();
    }

    /** Added in this order: a stream's sum would round otherwise. */
    private static double sum(final double[] values, final DoubleUnaryOperator summand) {
        double sum = 0;
        for (final double value : values) {
            sum += summand.applyAsDouble(value);
        }
        return sum;
    }

    private static Outcome<Double> mean(final double[] values, final String member) {
        return values.length == 0 ? none(member) : Outcome.number(sum(values, value -> value) / values.length);
    }

    /** 1 / 0 is infinite and makes the mean 0: its limit when one value goes to 0. */
    static Outcome<Double> harmonicMean(final double[] values, final String member) {
        return values.length == 0 ? none(member) : Outcome.number(values.length / sum(values, value -> 1 / value));
    }

    private static Outcome<Double> none(final String member) {
        return Outcome.failed("no " + member + " has a value");
    }
}
