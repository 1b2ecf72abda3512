package org.knime.core.node.config.base;

import java.util.function.Function;

/** The types of entries, named as the XML names them. */
public enum ConfigEntries {

    /** A text, may be null. */
    xstring(s -> s),
    /** An int. */
    xint(Integer::valueOf),
    /** A double. */
    xdouble(Double::valueOf),
    /** A float. */
    xfloat(Float::valueOf),
    /** A long. */
    xlong(Long::valueOf),
    /** A short. */
    xshort(Short::valueOf),
    /** A byte. */
    xbyte(Byte::valueOf),
    /** A char. */
    xchar(ConfigEntries::character),
    /** A boolean. */
    xboolean(ConfigEntries::bool),
    /** A sub-config. */
    config(s -> {
        throw new IllegalArgumentException("A config isn't made from a value");
    }),
    /** An encrypted text, may be null. */
    xpassword(s -> s),
    /** A text that is never saved. */
    xtransientstring(s -> s);

    private final Function<String, Object> m_parser;

    ConfigEntries(final Function<String, Object> parser) {
        m_parser = parser;
    }

    private static Object character(final String s) {
        if (s.length() != 1) {
            throw new IllegalArgumentException("Not one character: " + s);
        }
        return s.charAt(0);
    }

    private static Object bool(final String s) {
        if (!"true".equalsIgnoreCase(s) && !"false".equalsIgnoreCase(s)) {
            throw new IllegalArgumentException("'" + s + "' is neither true nor false");
        }
        return Boolean.valueOf(s);
    }

    /**
     * @param text a value as the XML has it
     * @return the entry
     * @throws IllegalArgumentException if the text isn't of this type
     */
    public ConfigEntry parse(final String text) {
        return new ConfigEntry(this, m_parser.apply(text));
    }
}
