package org.knime.core.node.config.base;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/**
 * A tree of settings. An array is a sub-config with {@code array-size} and the keys 0, 1, …; without a size it is
 * null.
 */
public abstract class ConfigBase implements ConfigBaseRO, ConfigBaseWO {

    private static final String CFG_ARRAY_SIZE = "array-size";

    private final Map<String, ConfigEntry> m_entries = new LinkedHashMap<>();

    private String m_key;

    /** @param key the key of these settings */
    protected ConfigBase(final String key) {
        setKey(key);
    }

    /** @return the key of these settings */
    public final String getKey() {
        return m_key;
    }

    final void setKey(final String key) {
        m_key = key == null ? "" : key;
    }

    /**
     * @param key the key
     * @return new settings of the same class
     */
    public abstract ConfigBase getInstance(String key);

    final Map<String, ConfigEntry> entries() {
        return m_entries;
    }

    @Override
    public final Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public final boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    /**
     * @param key a key
     * @return the entry, null if there is none
     */
    public final ConfigEntry getEntry(final String key) {
        return m_entries.get(key);
    }

    /**
     * @param key the key
     * @param entry the entry
     */
    public final void addEntry(final String key, final ConfigEntry entry) {
        m_entries.put(key, entry);
    }

    /**
     * @param key the key
     * @return new sub-settings
     */
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        add(key, ConfigEntries.config, config);
        return config;
    }

    private void add(final String key, final ConfigEntries type, final Object value) {
        m_entries.put(key, new ConfigEntry(type, value));
    }

    private Object require(final String key, final ConfigEntries type, final String kind)
        throws InvalidSettingsException {
        final ConfigEntry entry = m_entries.get(key);
        if (entry == null || entry.type() != type) {
            throw new InvalidSettingsException(kind + " for key \"" + key + "\" not found.");
        }
        return entry.value();
    }

    private void addArray(final String key, final ConfigEntries type, final Object values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            config.addInt(CFG_ARRAY_SIZE, Array.getLength(values));
            for (int i = 0; i < Array.getLength(values); i++) {
                config.add(Integer.toString(i), type, Array.get(values, i));
            }
        }
    }

    private <T> T array(final String key, final ConfigEntries type, final String kind, final Class<T> arrayType)
        throws InvalidSettingsException {
        final ConfigBase config = (ConfigBase)require(key, ConfigEntries.config, "ConfigBase");
        if (!config.containsKey(CFG_ARRAY_SIZE)) {
            return null;
        }
        final int size = config.getInt(CFG_ARRAY_SIZE);
        final Object values = Array.newInstance(arrayType.getComponentType(), size);
        for (int i = 0; i < size; i++) {
            Array.set(values, i, config.require(Integer.toString(i), type, kind));
        }
        return arrayType.cast(values);
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (Integer)require(key, ConfigEntries.xint, "Int");
    }

    @Override
    public void addInt(final String key, final int value) {
        add(key, ConfigEntries.xint, value);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return array(key, ConfigEntries.xint, "Int", int[].class);
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        addArray(key, ConfigEntries.xint, values);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (Double)require(key, ConfigEntries.xdouble, "Double");
    }

    @Override
    public void addDouble(final String key, final double value) {
        add(key, ConfigEntries.xdouble, value);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return array(key, ConfigEntries.xdouble, "Double", double[].class);
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        addArray(key, ConfigEntries.xdouble, values);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (Long)require(key, ConfigEntries.xlong, "Long");
    }

    @Override
    public void addLong(final String key, final long value) {
        add(key, ConfigEntries.xlong, value);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (Boolean)require(key, ConfigEntries.xboolean, "Boolean");
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        final ConfigEntry entry = m_entries.get(key);
        return entry != null && entry.type() == ConfigEntries.xboolean ? (Boolean)entry.value() : def;
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        add(key, ConfigEntries.xboolean, value);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)require(key, ConfigEntries.xstring, "String");
    }

    @Override
    public void addString(final String key, final String value) {
        add(key, ConfigEntries.xstring, value);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return array(key, ConfigEntries.xstring, "String", String[].class);
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        addArray(key, ConfigEntries.xstring, values);
    }

    /** @param dest receives a copy of all entries */
    protected final void copyTo(final ConfigBase dest) {
        m_entries.forEach((key, entry) -> {
            if (entry.value() instanceof ConfigBase config) {
                config.copyTo(dest.addConfigBase(key));
            } else {
                dest.addEntry(key, entry);
            }
        });
    }

    @Override
    public final boolean equals(final Object o) {
        return this == o || o instanceof ConfigBase c && m_key.equals(c.m_key) && m_entries.equals(c.m_entries);
    }

    @Override
    public final int hashCode() {
        return m_entries.hashCode();
    }

    @Override
    public final String toString() {
        return m_key + m_entries;
    }
}
