package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Text annotations of a column. */
public final class DataColumnProperties {

    private final Map<String, String> m_content;

    /** No annotations. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /** @param content the annotations */
    public DataColumnProperties(final Map<String, String> content) {
        m_content = new LinkedHashMap<>(content);
    }

    /**
     * @param key the key
     * @return whether there is such an annotation
     */
    public boolean containsProperty(final String key) {
        return m_content.containsKey(key);
    }

    /**
     * @param key the key
     * @param defaultValue if there is no such annotation
     * @return the annotation
     */
    public String getProperty(final String key, final String defaultValue) {
        return m_content.getOrDefault(key, defaultValue);
    }

    /**
     * @param key the key
     * @return the annotation, null if there is none
     */
    public String getProperty(final String key) {
        return m_content.get(key);
    }

    /** @return the number of annotations */
    public int size() {
        return m_content.size();
    }

    /** @return the keys */
    public Enumeration<String> properties() {
        return Collections.enumeration(m_content.keySet());
    }

    /**
     * @param newProperties more annotations
     * @return a copy with them
     */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> newProperties) {
        final Map<String, String> all = new LinkedHashMap<>(m_content);
        all.putAll(newProperties);
        return new DataColumnProperties(all);
    }

    /** @param config receives the annotations */
    public void save(final ConfigWO config) {
        m_content.forEach(config::addString);
    }

    /**
     * @param config holds annotations
     * @return the annotations
     * @throws InvalidSettingsException if one isn't a string
     */
    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final Map<String, String> all = new LinkedHashMap<>();
        for (final String key : config.keySet()) {
            all.put(key, config.getString(key));
        }
        return new DataColumnProperties(all);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties p && m_content.equals(p.m_content);
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    @Override
    public String toString() {
        return m_content.toString();
    }
}
