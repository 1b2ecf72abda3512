package org.knime.core.node.config.base;

/** Holds one byte. */
public final class ConfigByteEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final byte m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigByteEntry(final String key, final byte value) {
        super(ConfigEntries.xbyte, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigByteEntry(final String key, final String v) {
        this(key, Byte.parseByte(v));
    }

    /** @return the value */
    public byte getByte() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Byte.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_value == ((ConfigByteEntry)other).m_value;
    }
}
