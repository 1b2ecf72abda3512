package org.knime.core.node.config.base;

import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** Settings to read. What is absent or of another type is an error, unless a default is given. */
public interface ConfigBaseRO {

    /** @return the keys of the entries, in their order */
    Set<String> keySet();

    /**
     * @param key a key
     * @return whether there is such an entry
     */
    boolean containsKey(String key);

    /**
     * @param key a key
     * @return the value
     * @throws InvalidSettingsException if it is absent
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @return the value
     * @throws InvalidSettingsException if it is absent
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @return the value
     * @throws InvalidSettingsException if it is absent
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @return the value
     * @throws InvalidSettingsException if it is absent
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @param def the value if it is absent
     * @return the value
     */
    boolean getBoolean(String key, boolean def);

    /**
     * @param key a key
     * @return the value
     * @throws InvalidSettingsException if it is absent
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @return the values, null if null was stored
     * @throws InvalidSettingsException if they are absent
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @return the values, null if null was stored
     * @throws InvalidSettingsException if they are absent
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * @param key a key
     * @return the values, null if null was stored
     * @throws InvalidSettingsException if they are absent
     */
    String[] getStringArray(String key) throws InvalidSettingsException;
}
