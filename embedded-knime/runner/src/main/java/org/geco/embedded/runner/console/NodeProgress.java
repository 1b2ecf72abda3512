package org.geco.embedded.runner.console;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows one node's progress: on the status line where there is one, otherwise as lines that are at least a second
 * apart, and then only after another tenth of the work or ten seconds.
 */
public final class NodeProgress {

    private static final int WIDTH = 20;

    private static final int PERCENT = 100;

    private static final double STEP = 0.1;

    private static final long LONG_PAUSE = Duration.ofSeconds(10).toNanos();

    private static final long SHORT_PAUSE = Duration.ofSeconds(1).toNanos();

    private static final long STATUS_PAUSE = Duration.ofMillis(100).toNanos();

    private final ConsoleSink m_sink;

    private final String m_label;

    private final LongSupplier m_clock;

    private final long m_start;

    private double m_shownFraction;

    private long m_shownAt;

    private String m_shownMessage = "";

    /**
     * Announces the node.
     *
     * @param sink where to show the progress
     * @param label the node's place and name
     * @param clock nanoseconds from any origin
     */
    public NodeProgress(final ConsoleSink sink, final String label, final LongSupplier clock) {
        m_sink = sink;
        m_label = label;
        m_clock = clock;
        m_start = clock.getAsLong();
        m_shownAt = m_start;
        if (sink.hasStatusLine()) {
            sink.status(line(0, "started"));
        } else {
            sink.info(line(0, "started"));
        }
    }

    /**
     * @param fraction how much of the node's work is done, 0 to 1
     * @param message what the node is doing; may be null
     */
    public synchronized void update(final double fraction, final String message) {
        final String text = message == null ? "" : message.strip();
        final long now = m_clock.getAsLong();
        if (m_sink.hasStatusLine()) {
            if (now - m_shownAt >= STATUS_PAUSE || !text.equals(m_shownMessage)) {
                shown(fraction, text, now);
                m_sink.status(line(fraction, text));
            }
        } else if (isWorthALine(fraction, now)) {
            shown(fraction, text, now);
            m_sink.info(line(fraction, text));
        }
    }

    private boolean isWorthALine(final double fraction, final long now) {
        final long pause = now - m_shownAt;
        return pause >= LONG_PAUSE || pause >= SHORT_PAUSE && fraction - m_shownFraction >= STEP;
    }

    private void shown(final double fraction, final String message, final long now) {
        m_shownFraction = fraction;
        m_shownMessage = message;
        m_shownAt = now;
    }

    /** Shows that the node succeeded. */
    public void done() {
        m_sink.info(line(1, "done"));
    }

    /**
     * Shows how the node ended without success.
     *
     * @param how e.g. failed, cancelled
     */
    public void ended(final String how) {
        m_sink.info(line(m_shownFraction, how));
    }

    private String line(final double fraction, final String message) {
        final Duration elapsed = Duration.ofNanos(m_clock.getAsLong() - m_start);
        return m_label + "  " + bar(fraction) + "  " + ElapsedTime.format(elapsed)
            + (message.isEmpty() ? "" : "  " + message);
    }

    /** @return e.g. {@code [#####---------------]  25 %}; plain ASCII, because consoles differ */
    private static String bar(final double fraction) {
        final double clipped = Double.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
        final int filled = (int)Math.floor(clipped * WIDTH);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] "
            + String.format(Locale.ROOT, "%3d %%", (int)Math.floor(clipped * PERCENT));
    }
}
