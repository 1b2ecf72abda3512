package org.knime.core.node.config.base;

/** Holds one float. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final float m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigFloatEntry(final String key, final float value) {
        super(ConfigEntries.xfloat, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigFloatEntry(final String key, final String v) {
        this(key, Float.parseFloat(v));
    }

    /** @return the value */
    public float getFloat() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(m_value); // KNIME writes the widened value: 0.1f is 0.10000000149011612
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Float.compare(m_value, ((ConfigFloatEntry)other).m_value) == 0;
    }
}
