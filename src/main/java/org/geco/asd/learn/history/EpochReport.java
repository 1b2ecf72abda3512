package org.geco.asd.learn.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened in one epoch.
 *
 * @param part what is being trained, e.g. a machine type; empty if there is only one
 * @param epoch 1 for the first
 * @param metrics name → value, e.g. loss and learning rate, in the order to be shown
 * @param stopped why training ended with this epoch; empty if it went on
 */
public record EpochReport(String part, int epoch, Map<String, Double> metrics, String stopped) {

    /** Copies the metrics. */
    public EpochReport {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * An epoch after which training went on.
     *
     * @param part what is being trained
     * @param epoch 1 for the first
     * @param metrics name → value
     */
    public EpochReport(final String part, final int epoch, final Map<String, Double> metrics) {
        this(part, epoch, metrics, "");
    }

    /** Hears of every epoch, in order, on the thread that trains. */
    @FunctionalInterface
    public interface Listener {

        /** @param report the epoch that just ended */
        void epochEnded(EpochReport report);

        /**
         * Something the user should know, once, e.g. that there are few steps an epoch.
         *
         * @param message a sentence
         */
        default void warning(final String message) {
            // optional
        }
    }
}
