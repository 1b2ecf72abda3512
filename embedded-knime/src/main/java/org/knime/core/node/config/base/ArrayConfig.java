package org.knime.core.node.config.base;

import org.knime.core.node.InvalidSettingsException;

/**
 * The part of a config that holds arrays of everything else: a sub-config with {@code array-size} and the keys 0, 1, …
 */
abstract class ArrayConfig extends NumberArrayConfig {

    private static final long serialVersionUID = 1L;

    ArrayConfig(final String key) {
        super(key);
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        final int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array is saved as a config without a size
        }
        final char[] values = new char[size];
        for (int i = 0; i < size; i++) {
            values[i] = config.getChar(Integer.toString(i));
        }
        return values;
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (final InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            config.addInt(CFG_ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                config.addChar(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        final int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array is saved as a config without a size
        }
        final byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = config.getByte(Integer.toString(i));
        }
        return values;
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (final InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            config.addInt(CFG_ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                config.addByte(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        final int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array is saved as a config without a size
        }
        final boolean[] values = new boolean[size];
        for (int i = 0; i < size; i++) {
            values[i] = config.getBoolean(Integer.toString(i));
        }
        return values;
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (final InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            config.addInt(CFG_ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                config.addBoolean(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        final int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array is saved as a config without a size
        }
        final String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = config.getString(Integer.toString(i));
        }
        return values;
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (final InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            config.addInt(CFG_ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                config.addString(Integer.toString(i), values[i]);
            }
        }
    }

}
