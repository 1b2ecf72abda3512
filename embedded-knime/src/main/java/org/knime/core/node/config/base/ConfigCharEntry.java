package org.knime.core.node.config.base;

/** Holds one char. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final char m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigCharEntry(final String key, final char value) {
        super(ConfigEntries.xchar, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param v the value as text
     */
    public ConfigCharEntry(final String key, final String v) {
        this(key, parse(key, v));
    }

    private static char parse(final String key, final String v) {
        if (v.length() != 1) {
            throw new IllegalArgumentException("The value of '" + key + "' isn't one character: " + v);
        }
        return v.charAt(0);
    }

    /** @return the value */
    public char getChar() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return m_value == ((ConfigCharEntry)other).m_value;
    }
}
