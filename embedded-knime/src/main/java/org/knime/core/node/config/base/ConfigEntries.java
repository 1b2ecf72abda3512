package org.knime.core.node.config.base;

import java.util.function.BiFunction;

/** The kinds of entries a settings file may hold; the constants' names are the {@code type} attributes of the XML. */
public enum ConfigEntries {
    /** A string. */
    xstring(ConfigStringEntry::new),
    /** An int. */
    xint(ConfigIntEntry::new),
    /** A double. */
    xdouble(ConfigDoubleEntry::new),
    /** A float. */
    xfloat(ConfigFloatEntry::new),
    /** A long. */
    xlong(ConfigLongEntry::new),
    /** A short. */
    xshort(ConfigShortEntry::new),
    /** A byte. */
    xbyte(ConfigByteEntry::new),
    /** A char. */
    xchar(ConfigCharEntry::new),
    /** A boolean. */
    xboolean(ConfigBooleanEntry::new),
    /** A sub-config: never an entry of its own. */
    config((key, value) -> {
        throw new UnsupportedOperationException("A config isn't made from a value, but the entry '" + key + "' is");
    }),
    /** An encrypted password. */
    xpassword(ConfigPasswordEntry::new),
    /** A string that is never saved. */
    xtransientstring(ConfigTransientStringEntry::new);

    private final BiFunction<String, String, AbstractConfigEntry> m_maker;

    ConfigEntries(final BiFunction<String, String, AbstractConfigEntry> maker) {
        m_maker = maker;
    }

    /**
     * @param key the entry's key
     * @param value its value as it stands in the XML file
     * @return the entry
     * @throws IllegalArgumentException if the text isn't a value of this kind
     */
    public AbstractConfigEntry createEntry(final String key, final String value) {
        return m_maker.apply(key, value);
    }
}
