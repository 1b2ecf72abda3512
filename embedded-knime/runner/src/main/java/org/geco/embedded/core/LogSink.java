package org.geco.embedded.core;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Where the log messages of nodes go. The runner sets it once, at start-up. */
public final class LogSink extends Handler {

    /** Held here because Java forgets loggers that nobody holds. */
    private static final Logger NODES = Logger.getLogger("knime");

    private final boolean m_debug;

    private final Consumer<String> m_lines;

    private LogSink(final boolean debug, final Consumer<String> lines) {
        m_debug = debug;
        m_lines = lines;
    }

    /**
     * @param debug whether to show everything, with stack traces; otherwise warnings and errors
     * @param lines receives one text for every message
     */
    public static void set(final boolean debug, final Consumer<String> lines) {
        for (final Handler handler : NODES.getHandlers()) {
            NODES.removeHandler(handler);
        }
        NODES.setUseParentHandlers(false);
        NODES.setLevel(debug ? Level.ALL : Level.WARNING);
        NODES.addHandler(new LogSink(debug, lines));
    }

    @Override
    public void publish(final LogRecord message) {
        final String name = message.getLoggerName();
        final Throwable t = message.getThrown();
        final StringBuilder line = new StringBuilder(level(message.getLevel())).append('\t')
            .append(name.substring(name.lastIndexOf('.') + 1)).append('\t').append(message.getMessage());
        if (t != null && m_debug) {
            final StringWriter trace = new StringWriter();
            t.printStackTrace(new PrintWriter(trace));
            line.append('\n').append(trace);
        } else if (t != null && !message.getMessage().contains(String.valueOf(t.getMessage()))) {
            line.append(" (").append(t).append(')');
        }
        m_lines.accept(line.toString());
    }

    private static String level(final Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    @Override
    public void flush() {
        // every line is handed on at once
    }

    @Override
    public void close() {
        // nothing is open
    }
}
