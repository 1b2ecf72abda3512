package org.knime.core.node.config.base;

/** Holds one double. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final double m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigDoubleEntry(final String key, final double value) {
        super(ConfigEntries.xdouble, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigDoubleEntry(final String key, final String v) {
        this(key, Double.parseDouble(v));
    }

    /** @return the value */
    public double getDouble() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Double.compare(m_value, ((ConfigDoubleEntry)other).m_value) == 0;
    }
}
