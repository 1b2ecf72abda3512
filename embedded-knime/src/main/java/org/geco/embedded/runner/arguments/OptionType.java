package org.geco.embedded.runner.arguments;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** The types that {@code -option} knows, each with the way its value enters the settings. */
public enum OptionType {
    /** 32-bit integer. */
    INT("int") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addInt(key, Integer.parseInt(value));
        }
    },
    /** 64-bit integer. */
    LONG("long") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addLong(key, Long.parseLong(value));
        }
    },
    /** 16-bit integer. */
    SHORT("short") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addShort(key, Short.parseShort(value));
        }
    },
    /** 8-bit integer. */
    BYTE("byte") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addByte(key, Byte.parseByte(value));
        }
    },
    /** true or, for anything else, false. */
    BOOLEAN("boolean") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addBoolean(key, Boolean.parseBoolean(value));
        }

        @Override
        void check(final String value) {
            if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("'" + value + "' is neither true nor false");
            }
        }
    },
    /** A floating-point number; like KNIME, float is stored as a double. */
    FLOAT("float") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addDouble(key, Double.parseDouble(value));
        }
    },
    /** 64-bit floating-point number. */
    DOUBLE("double") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addDouble(key, Double.parseDouble(value));
        }
    },
    /** Text. */
    STRING("String") {
        @Override
        public void put(final NodeSettingsWO parent, final String key, final String value) {
            parent.addString(key, value);
        }
    };

    private final String m_argument;

    OptionType(final String argument) {
        m_argument = argument;
    }

    /**
     * Writes a value of this type.
     *
     * @param parent the config that holds the setting
     * @param key the setting's key
     * @param value the value as typed
     * @throws NumberFormatException if the value is no number of this type
     */
    public abstract void put(NodeSettingsWO parent, String key, String value);

    /** Fails with an {@link IllegalArgumentException} on a value that isn't of this type. */
    void check(final String value) {
        put(new NodeSettings("check"), "value", value);
    }

    static OptionType ofArgument(final String argument) {
        return Arrays.stream(values()).filter(type -> type.m_argument.equals(argument)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + argument + "' is not an option type; use one of "
                + Arrays.stream(values()).map(type -> type.m_argument).collect(Collectors.joining(", "))));
    }
}
