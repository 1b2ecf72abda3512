package org.knime.core.node.config.base;

/** Holds one short. */
public final class ConfigShortEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final short m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigShortEntry(final String key, final short value) {
        super(ConfigEntries.xshort, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigShortEntry(final String key, final String v) {
        this(key, Short.parseShort(v));
    }

    /** @return the value */
    public short getShort() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Short.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_value == ((ConfigShortEntry)other).m_value;
    }
}
