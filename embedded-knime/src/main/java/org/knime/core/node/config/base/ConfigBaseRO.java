package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** The reading side of a settings tree. Getters with a default never fail, the others fail on an absent key. */
public interface ConfigBaseRO extends ConfigArraysRO, Iterable<String> {

    /**
     * @param key the key
     * @return the sub-config
     * @throws InvalidSettingsException if there is none
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /**
     * @param os where to write; closed afterwards
     * @throws IOException if writing fails
     */
    void saveToXML(OutputStream os) throws IOException;

    /** @param config receives a deep copy of all entries */
    void copyTo(ConfigBaseWO config);

    /** @return this config's own key */
    String getKey();

    /** @return the keys in the order of the file */
    Set<String> keySet();

    /**
     * @param key the key
     * @return whether there is an entry or sub-config with this key
     */
    boolean containsKey(String key);

    @Override
    Iterator<String> iterator();

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no int with this key
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no int with this key
     * @return the value
     */
    int getInt(String key, int def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no double with this key
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no double with this key
     * @return the value
     */
    double getDouble(String key, double def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no float with this key
     */
    float getFloat(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no float with this key
     * @return the value
     */
    float getFloat(String key, float def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no char with this key
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no char with this key
     * @return the value
     */
    char getChar(String key, char def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no short with this key
     */
    short getShort(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no short with this key
     * @return the value
     */
    short getShort(String key, short def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no long with this key
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no long with this key
     * @return the value
     */
    long getLong(String key, long def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no byte with this key
     */
    byte getByte(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no byte with this key
     * @return the value
     */
    byte getByte(String key, byte def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no boolean with this key
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no boolean with this key
     * @return the value
     */
    boolean getBoolean(String key, boolean def);

    /**
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException if there is no String with this key
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the value if there is no String with this key
     * @return the value
     */
    String getString(String key, String def);

    /**
     * @param key the key
     * @param encryptionKey the key to decrypt with
     * @return the password
     * @throws InvalidSettingsException if there is none
     */
    String getPassword(String key, String encryptionKey) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param encryptionKey the key to decrypt with
     * @param def the value if there is none
     * @return the password
     */
    String getPassword(String key, String encryptionKey, String def);

    /**
     * @param key the key
     * @return the string, null if there is none
     */
    String getTransientString(String key);
}
