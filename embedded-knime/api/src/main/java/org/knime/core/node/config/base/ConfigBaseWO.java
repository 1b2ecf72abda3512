package org.knime.core.node.config.base;

/** Settings to write. An entry replaces another with the same key. */
public interface ConfigBaseWO {

    /**
     * @param key the key
     * @param value the value
     */
    void addInt(String key, int value);

    /**
     * @param key the key
     * @param value the value
     */
    void addDouble(String key, double value);

    /**
     * @param key the key
     * @param value the value
     */
    void addLong(String key, long value);

    /**
     * @param key the key
     * @param value the value
     */
    void addBoolean(String key, boolean value);

    /**
     * @param key the key
     * @param value the value, may be null
     */
    void addString(String key, String value);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addIntArray(String key, int... values);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addDoubleArray(String key, double... values);

    /**
     * @param key the key
     * @param values the values, may be null
     */
    void addStringArray(String key, String... values);
}
