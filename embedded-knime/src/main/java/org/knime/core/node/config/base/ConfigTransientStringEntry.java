package org.knime.core.node.config.base;

import java.util.Objects;

/** Holds a string that is never written to a file. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final transient String m_value;

    /**
     * @param key the key
     * @param value the value, may be null
     */
    public ConfigTransientStringEntry(final String key, final String value) {
        super(ConfigEntries.xtransientstring, key);
        m_value = value;
    }

    /** @return the value, may be null */
    public String getTransientString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return m_value == null ? null : "<hidden value>";
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(m_value, ((ConfigTransientStringEntry)other).m_value);
    }
}
