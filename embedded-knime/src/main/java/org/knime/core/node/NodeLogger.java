package org.knime.core.node;

import java.util.function.Supplier;

import org.geco.embedded.core.LogSink;

/** The log. */
public final class NodeLogger {

    /** How important a message is. */
    public enum LEVEL {
        /** For developers. */
        DEBUG,
        /** For the interested. */
        INFO,
        /** Something may be wrong. */
        WARN,
        /** Something is wrong. */
        ERROR,
        /** Nothing goes any more. */
        FATAL,
        /** Everything is logged. */
        ALL,
        /** Nothing is logged. */
        OFF
    }

    private final String m_name;

    private NodeLogger(final String name) {
        m_name = name;
    }

    /**
     * @param c the class that logs
     * @return its logger
     */
    public static NodeLogger getLogger(final Class<?> c) {
        return new NodeLogger(c.getName());
    }

    /**
     * @param s who logs
     * @return the logger
     */
    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    private void log(final LEVEL level, final Object message, final Throwable t) {
        LogSink.log(level, m_name, message, t);
    }

    private void log(final LEVEL level, final Supplier<Object> message, final Throwable t) {
        if (isEnabledFor(level)) {
            log(level, message.get(), t);
        }
    }

    /** @return whether debug messages are logged */
    public boolean isDebugEnabled() {
        return isEnabledFor(LEVEL.DEBUG);
    }

    /** @return whether info messages are logged */
    public boolean isInfoEnabled() {
        return isEnabledFor(LEVEL.INFO);
    }

    /** @return messages below this level are dropped */
    public LEVEL getLevel() {
        return LogSink.level();
    }

    /**
     * @param level a level
     * @return whether messages of this level are logged
     */
    public boolean isEnabledFor(final LEVEL level) {
        return level.ordinal() >= LogSink.level().ordinal();
    }

    /** @param o the message */
    public void debug(final Object o) {
        log(LEVEL.DEBUG, o, null);
    }

    /** @param supplier makes the message if it is logged */
    public void debug(final Supplier<Object> supplier) {
        log(LEVEL.DEBUG, supplier, null);
    }

    /**
     * @param o the message
     * @param t the cause
     */
    public void debug(final Object o, final Throwable t) {
        log(LEVEL.DEBUG, o, t);
    }

    /**
     * @param format the message as a format string
     * @param args its arguments
     */
    public void debugWithFormat(final String format, final Object... args) {
        log(LEVEL.DEBUG, () -> String.format(format, args), null);
    }

    /** @param o the message */
    public void info(final Object o) {
        log(LEVEL.INFO, o, null);
    }

    /** @param supplier makes the message if it is logged */
    public void info(final Supplier<Object> supplier) {
        log(LEVEL.INFO, supplier, null);
    }

    /**
     * @param o the message
     * @param t the cause
     */
    public void info(final Object o, final Throwable t) {
        log(LEVEL.INFO, o, t);
    }

    /**
     * @param format the message as a format string
     * @param args its arguments
     */
    public void infoWithFormat(final String format, final Object... args) {
        log(LEVEL.INFO, () -> String.format(format, args), null);
    }

    /** @param o the message */
    public void warn(final Object o) {
        log(LEVEL.WARN, o, null);
    }

    /** @param supplier makes the message if it is logged */
    public void warn(final Supplier<Object> supplier) {
        log(LEVEL.WARN, supplier, null);
    }

    /**
     * @param o the message
     * @param t the cause
     */
    public void warn(final Object o, final Throwable t) {
        log(LEVEL.WARN, o, t);
    }

    /**
     * @param format the message as a format string
     * @param args its arguments
     */
    public void warnWithFormat(final String format, final Object... args) {
        log(LEVEL.WARN, () -> String.format(format, args), null);
    }

    /** @param o the message */
    public void error(final Object o) {
        log(LEVEL.ERROR, o, null);
    }

    /** @param supplier makes the message if it is logged */
    public void error(final Supplier<Object> supplier) {
        log(LEVEL.ERROR, supplier, null);
    }

    /**
     * @param o the message
     * @param t the cause
     */
    public void error(final Object o, final Throwable t) {
        log(LEVEL.ERROR, o, t);
    }

    /**
     * @param format the message as a format string
     * @param args its arguments
     */
    public void errorWithFormat(final String format, final Object... args) {
        log(LEVEL.ERROR, () -> String.format(format, args), null);
    }

    /** @param o the message */
    public void fatal(final Object o) {
        log(LEVEL.FATAL, o, null);
    }

    /** @param supplier makes the message if it is logged */
    public void fatal(final Supplier<Object> supplier) {
        log(LEVEL.FATAL, supplier, null);
    }

    /**
     * @param o the message
     * @param t the cause
     */
    public void fatal(final Object o, final Throwable t) {
        log(LEVEL.FATAL, o, t);
    }

    /**
     * @param format the message as a format string
     * @param args its arguments
     */
    public void fatalWithFormat(final String format, final Object... args) {
        log(LEVEL.FATAL, () -> String.format(format, args), null);
    }

    /** @param o the message */
    public void coding(final Object o) {
        log(LEVEL.ERROR, (Object)("CODING PROBLEM\t" + o), null);
    }

    /** @param supplier makes the message if it is logged */
    public void coding(final Supplier<Object> supplier) {
        log(LEVEL.ERROR, supplier, null);
    }

    /**
     * @param o the message
     * @param t the cause
     */
    public void coding(final Object o, final Throwable t) {
        log(LEVEL.ERROR, (Object)("CODING PROBLEM\t" + o), t);
    }

    /**
     * @param format the message as a format string
     * @param args its arguments
     */
    public void codingWithFormat(final String format, final Object... args) {
        log(LEVEL.ERROR, () -> String.format(format, args), null);
    }

}
