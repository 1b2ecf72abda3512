package org.knime.core.node.config.base;

/** Holds one boolean. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final boolean m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigBooleanEntry(final String key, final boolean value) {
        super(ConfigEntries.xboolean, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigBooleanEntry(final String key, final String v) {
        this(key, parse(key, v));
    }

    private static boolean parse(final String key, final String v) {
        if (!"true".equalsIgnoreCase(v) && !"false".equalsIgnoreCase(v)) {
            throw new IllegalArgumentException("The value of '" + key + "' is neither true nor false: " + v);
        }
        return Boolean.parseBoolean(v);
    }

    /** @return the value */
    public boolean getBoolean() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_value == ((ConfigBooleanEntry)other).m_value;
    }
}
