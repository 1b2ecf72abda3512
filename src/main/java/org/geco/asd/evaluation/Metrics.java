package org.geco.asd.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import org.geco.asd.common.Outcome;

/**
 * All metrics of one score, or why they are missing.
 *
 * @param values the value of each metric
 */
public record Metrics(Map<Metric, Outcome<Double>> values) {
    /** Takes a copy of the map. */
    public Metrics {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /**
     * @param value gives each metric's value
     * @return the metrics
     */
    public static Metrics of(final Function<Metric, Outcome<Double>> value) {
        final Map<Metric, Outcome<Double>> values = new EnumMap<>(Metric.class);
        for (final Metric metric : Metric.values()) {
            values.put(metric, value.apply(metric));
        }
        return new Metrics(values);
    }

    /**
     * @param metric which one
     * @return its value
     */
    public Outcome<Double> of(final Metric metric) {
        return values.get(metric);
    }

    /** @return the area under the ROC curve */
    public Outcome<Double> auc() {
        return of(Metric.AUC);
    }

    /** @return the standardised area up to the highest false-positive rate */
    public Outcome<Double> partialAuc() {
        return of(Metric.PARTIAL_AUC);
    }
}
