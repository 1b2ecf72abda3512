package org.geco.asd.learn.history;

/** Hears of every epoch of a training, in order, one at a time. */
@FunctionalInterface
public interface TrainingListener {
    /** @param report the epoch that just ended */
    void epochEnded(EpochReport report);

    /** What goes on, for whoever looks, in a sentence, e.g. how long the training will take. */
    default void info(final String message) {
        // optional
    }

    /** Something the user should know, once, in a sentence, e.g. that there are few steps an epoch. */
    default void warning(final String message) {
        // optional
    }
}
