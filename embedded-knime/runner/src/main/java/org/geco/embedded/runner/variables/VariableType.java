package org.geco.embedded.runner.variables;

import java.util.Locale;

/** The types of workflow variables; their names are those in {@code workflow.knime}. */
public enum VariableType {
    /** Any text; in arguments {@code String}. */
    STRING("String") {
        @Override
        Object read(final String text) {
            return text;
        }
    },
    /** A 32-bit integer; in arguments {@code int}. */
    INTEGER("int") {
        @Override
        Object read(final String text) {
            return Integer.valueOf(text);
        }
    },
    /** A 64-bit floating-point number; in arguments {@code double}. */
    DOUBLE("double") {
        @Override
        Object read(final String text) {
            return Double.valueOf(text);
        }
    };

    private final String m_argument;

    VariableType(final String argument) {
        m_argument = argument;
    }

    /** @return the type's name in {@code -workflow.variable=name,value,type} */
    public String argument() {
        return m_argument;
    }

    abstract Object read(String text);

    /**
     * @param text a value as typed by a user
     * @return the value as this type's Java class
     * @throws IllegalArgumentException if the text isn't a value of this type; the message says so
     */
    public final Object parse(final String text) {
        try {
            return read(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a value of type " + m_argument, e);
        }
    }

    /**
     * @param argument String, int or double, in exactly this case
     * @return the type
     * @throws IllegalArgumentException for any other name
     */
    public static VariableType ofArgument(final String argument) {
        for (final VariableType type : values()) {
            if (type.m_argument.equals(argument)) {
                return type;
            }
        }
        throw new IllegalArgumentException("'" + argument + "' is not a variable type; use String, int or double"
            + (isKnownIgnoringCase(argument) ? " in exactly this case" : ""));
    }

    private static boolean isKnownIgnoringCase(final String argument) {
        final String lower = argument.toLowerCase(Locale.ROOT);
        return lower.equals("string") || lower.equals("int") || lower.equals("double");
    }

    /**
     * @param value a variable's value
     * @return its type
     * @throws IllegalArgumentException for anything but a String, an Integer or a Double
     */
    public static VariableType of(final Object value) {
        if (value instanceof String) {
            return STRING;
        } else if (value instanceof Integer) {
            return INTEGER;
        } else if (value instanceof Double) {
            return DOUBLE;
        }
        throw new IllegalArgumentException("A variable is a String, an Integer or a Double, not: " + value);
    }
}
