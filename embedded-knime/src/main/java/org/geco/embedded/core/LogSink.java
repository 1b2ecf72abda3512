package org.geco.embedded.core;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

import org.knime.core.node.NodeLogger.LEVEL;

/** Where log messages go. The runner sets it once, at start-up. */
public final class LogSink {

    private static volatile LEVEL level = LEVEL.WARN;

    private static volatile Consumer<String> lines = System.err::println;

    private LogSink() {
    }

    /**
     * @param minimum messages below this level are dropped
     * @param receiver receives one text for every message
     */
    public static void set(final LEVEL minimum, final Consumer<String> receiver) {
        level = minimum;
        lines = receiver;
    }

    /** @return messages below this level are dropped */
    public static LEVEL level() {
        return level;
    }

    /**
     * @param messageLevel the message's level
     * @param name the logger's name
     * @param message the message
     * @param t the cause or null: its message is printed, with the stack trace only at level DEBUG
     */
    public static void log(final LEVEL messageLevel, final String name, final Object message, final Throwable t) {
        if (messageLevel.ordinal() < level.ordinal()) {
            return;
        }
        final StringBuilder line = new StringBuilder(messageLevel.name()).append('\t')
            .append(name.substring(name.lastIndexOf('.') + 1)).append('\t').append(message);
        if (t != null && level == LEVEL.DEBUG) {
            final StringWriter trace = new StringWriter();
            t.printStackTrace(new PrintWriter(trace));
            line.append('\n').append(trace);
        } else if (t != null && !String.valueOf(message).contains(String.valueOf(t.getMessage()))) {
            line.append(" (").append(t).append(')');
        }
        lines.accept(line.toString());
    }
}
