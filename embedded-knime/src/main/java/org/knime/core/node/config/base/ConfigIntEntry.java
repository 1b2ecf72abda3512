package org.knime.core.node.config.base;

/** Holds one int. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final int m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigIntEntry(final String key, final int value) {
        super(ConfigEntries.xint, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigIntEntry(final String key, final String v) {
        this(key, Integer.parseInt(v));
    }

    /** @return the value */
    public int getInt() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_value == ((ConfigIntEntry)other).m_value;
    }
}
