package org.geco.embedded.runner.arguments;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.node.config.base.ConfigEntry;

/** The types of settings, named as KNIME's batch application names them. */
public enum OptionType {

    /** A 32-bit integer. */
    INT("int", ConfigEntries.xint),
    /** A 64-bit integer. */
    LONG("long", ConfigEntries.xlong),
    /** A 16-bit integer. */
    SHORT("short", ConfigEntries.xshort),
    /** An 8-bit integer. */
    BYTE("byte", ConfigEntries.xbyte),
    /** True or false. */
    BOOLEAN("boolean", ConfigEntries.xboolean),
    /** A number that KNIME, too, stores as a double. */
    FLOAT("float", ConfigEntries.xdouble),
    /** A 64-bit floating-point number. */
    DOUBLE("double", ConfigEntries.xdouble),
    /** A text. */
    STRING("String", ConfigEntries.xstring);

    private final String m_argument;

    private final ConfigEntries m_entries;

    OptionType(final String argument, final ConfigEntries entries) {
        m_argument = argument;
        m_entries = entries;
    }

    /**
     * @param value a text
     * @return a setting with this value
     * @throws IllegalArgumentException if the text is not of this type
     */
    public ConfigEntry entry(final String value) {
        return m_entries.parse(value);
    }

    static OptionType ofArgument(final String argument) {
        return Arrays.stream(values()).filter(type -> type.m_argument.equals(argument)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + argument + "' is not an option type; use one of "
                + Arrays.stream(values()).map(type -> type.m_argument).collect(Collectors.joining(", "))));
    }
}
