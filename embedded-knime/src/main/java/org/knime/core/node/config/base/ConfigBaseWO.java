package org.knime.core.node.config.base;

/** The writing side of a settings tree. An existing key is overwritten. */
public interface ConfigBaseWO {

    /**
     * @param key the key
     * @return a new, empty sub-config
     */
    ConfigBase addConfigBase(String key);

    /** @return this config's own key */
    String getKey();

    /**
     * @param key the key
     * @param value the value
     */
    void addInt(String key, int value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addIntArray(String key, int... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addDouble(String key, double value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addDoubleArray(String key, double... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addFloat(String key, float value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addFloatArray(String key, float... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addChar(String key, char value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addCharArray(String key, char... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addShort(String key, short value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addShortArray(String key, short... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addLong(String key, long value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addLongArray(String key, long... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addByte(String key, byte value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addByteArray(String key, byte... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addBoolean(String key, boolean value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addBooleanArray(String key, boolean... values);

    /**
     * @param key the key
     * @param value the value
     */
    void addString(String key, String value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addStringArray(String key, String... values);

    /**
     * @param key the key
     * @param encryptionKey the key to encrypt with
     * @param value the password
     */
    void addPassword(String key, String encryptionKey, String value);

    /**
     * @param key the key
     * @param value a string that is never written to a file
     */
    void addTransientString(String key, String value);
}
