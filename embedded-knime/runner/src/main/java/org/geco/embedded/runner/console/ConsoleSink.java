package org.geco.embedded.runner.console;

/** Where a run's messages go. Implementations may be called from several threads. */
public interface ConsoleSink {

    /**
     * Shows a line of the run's normal output.
     *
     * @param line the text, without line end
     */
    void info(String line);

    /**
     * Shows a failure.
     *
     * @param line the text, without line end
     */
    void error(String line);

    /**
     * Replaces the status line, if this sink has one.
     *
     * @param line the text; empty takes the status line away
     */
    default void status(final String line) {
    }

    /** @return whether this sink shows a status line, so that progress needs no lines of its own */
    default boolean hasStatusLine() {
        return false;
    }
}
