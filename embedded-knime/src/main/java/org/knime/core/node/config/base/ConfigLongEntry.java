package org.knime.core.node.config.base;

/** Holds one long. */
public final class ConfigLongEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final long m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigLongEntry(final String key, final long value) {
        super(ConfigEntries.xlong, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigLongEntry(final String key, final String v) {
        this(key, Long.parseLong(v));
    }

    /** @return the value */
    public long getLong() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_value == ((ConfigLongEntry)other).m_value;
    }
}
