package org.geco.asd.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import org.geco.asd.common.Outcome;

/** All metrics of one score, or why they are missing. */
public record Metrics(Map<Metric, Outcome<Double>> values) {
    /** Takes a copy of the map. */
    public Metrics {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** @return the metrics with these values */
    public static Metrics of(final Function<Metric, Outcome<Double>> value) {
        final Map<Metric, Outcome<Double>> values = new EnumMap<>(Metric.class);
        for (final Metric metric : Metric.values()) {
            values.put(metric, value.apply(metric));
        }
        return new Metrics(values);
    }

    /** @return the value of a metric */
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
