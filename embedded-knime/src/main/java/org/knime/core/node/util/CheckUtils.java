package org.knime.core.node.util;

import java.util.Objects;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;

/** Checks with a formatted message. */
public final class CheckUtils {

    private CheckUtils() {
    }

    /**
     * @param toCheck may not be null
     * @param template the message
     * @param args its arguments
     * @param <T> its class
     * @return the argument
     */
    public static <T> T checkArgumentNotNull(final T toCheck, final String template, final Object... args) {
        checkArgument(toCheck != null, template, args);
        return toCheck;
    }

    /**
     * @param toCheck may not be null
     * @param <T> its class
     * @return the argument
     */
    public static <T> T checkArgumentNotNull(final T toCheck) {
        return checkArgumentNotNull(toCheck, "Argument must not be null.");
    }

    /**
     * @param predicate must be true
     * @param message the message of the IllegalArgumentException otherwise
     */
    public static void checkArgument(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * @param predicate must be true
     * @param template the message of the IllegalArgumentException otherwise
     * @param args its arguments
     */
    public static void checkArgument(final boolean predicate, final String template, final Object... args) {
        if (!predicate) {
            throw new IllegalArgumentException(format(template, args));
        }
    }

    /**
     * @param predicate must be true
     * @param message the message of the IllegalStateException otherwise
     */
    public static void checkState(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalStateException(message);
        }
    }

    /**
     * @param predicate must be true
     * @param template the message of the IllegalStateException otherwise
     * @param args its arguments
     */
    public static void checkState(final boolean predicate, final String template, final Object... args) {
        if (!predicate) {
            throw new IllegalStateException(format(template, args));
        }
    }

    /**
     * @param toCheck may not be null
     * @param <T> its class
     * @return the argument
     */
    public static <T> T checkNotNull(final T toCheck) {
        return Objects.requireNonNull(toCheck, "Argument must not be null.");
    }

    /**
     * @param toCheck may not be null
     * @param message the message of the NullPointerException otherwise
     * @param <T> its class
     * @return the argument
     */
    public static <T> T checkNotNull(final T toCheck, final String message) {
        return Objects.requireNonNull(toCheck, message);
    }

    /**
     * @param predicate must be true
     * @param template the message of the exception otherwise
     * @param args its arguments
     * @throws InvalidSettingsException if the predicate is false
     */
    public static void checkSetting(final boolean predicate, final String template, final Object... args)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(format(template, args));
        }
    }

    /**
     * @param toCheck may not be null
     * @param template the message of the exception otherwise
     * @param args its arguments
     * @param <T> its class
     * @return the argument
     * @throws InvalidSettingsException if it is null
     */
    public static <T> T checkSettingNotNull(final T toCheck, final String template, final Object... args)
        throws InvalidSettingsException {
        checkSetting(toCheck != null, template, args);
        return toCheck;
    }

    /**
     * @param predicate must be true
     * @param toThrowable makes the exception from the message
     * @param template the message
     * @param args its arguments
     * @param <T> the exception
     * @throws T if the predicate is false
     */
    public static <T extends Throwable> void check(final boolean predicate, final Function<String, T> toThrowable,
        final String template, final Object... args) throws T {
        if (!predicate) {
            throw toThrowable.apply(format(template, args));
        }
    }

    private static String format(final String template, final Object... args) {
        return args.length == 0 ? template : String.format(template, args);
    }
}
