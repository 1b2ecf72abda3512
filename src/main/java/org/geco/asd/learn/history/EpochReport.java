package org.geco.asd.learn.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened in one epoch, 1 for the first, of a part (empty if there is only one): metrics by name in the order to
 * be shown, why training ended with it (empty if it went on), and the epoch whose weights were then kept.
 */
public record EpochReport(String part, int epoch, Map<String, Double> metrics, String stopped, int kept) {
    /** Name of a metric that every training may report: the learning rate of the epoch's last step. */
    public static final String LEARNING_RATE = "Learning rate";

    /** Name of a metric that every training may report: seconds that the epoch took. */
    public static final String SECONDS = "Seconds";

    /** Copies the metrics. */
    public EpochReport {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** An epoch after which training went on. */
    public EpochReport(final String part, final int epoch, final Map<String, Double> metrics) {
        this(part, epoch, metrics, "", 0);
    }
}
