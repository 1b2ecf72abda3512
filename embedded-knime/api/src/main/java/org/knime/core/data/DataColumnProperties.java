package org.knime.core.data;

import java.util.HashMap;
import java.util.Map;

/** Texts that a column carries along, by their keys. */
public final class DataColumnProperties {

    private final Map<String, String> m_content;

    /** @param content key → text */
    public DataColumnProperties(final Map<String, String> content) {
        m_content = new HashMap<>(content);
    }

    /**
     * @param key of the text
     * @return the text, null if there is none
     */
    public String getProperty(final String key) {
        return m_content.get(key);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties p && m_content.equals(p.m_content);
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }
}
