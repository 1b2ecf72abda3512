package org.knime.core.node.config.base;

import org.knime.core.node.InvalidSettingsException;

/** The array getters of {@link ConfigBaseRO}. */
interface ConfigArraysRO {

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    int[] getIntArray(String key, int... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    double[] getDoubleArray(String key, double... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    float[] getFloatArray(String key, float... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    char[] getCharArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    char[] getCharArray(String key, char... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    short[] getShortArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    short[] getShortArray(String key, short... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    long[] getLongArray(String key, long... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    byte[] getByteArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    byte[] getByteArray(String key, byte... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    boolean[] getBooleanArray(String key, boolean... def);

    /**
     * @param key the key
     * @return the values, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the values if there is no such array
     * @return the values
     */
    String[] getStringArray(String key, String... def);
}
