package org.knime.core.node.config;

import java.util.function.IntFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A settings tree that also knows cells, row keys and types. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;

    private static final String CFG_ARRAY_SIZE = "array-size";

    private static final String CFG_IS_NULL = "is_null";

    /** @param key this config's own key */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        final Config config = getInstance(key);
        put(config);
        return config;
    }

    /** @param config the sub-config to put in */
    protected final void addConfig(final Config config) {
        put(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        if (getEntry(key) instanceof Config config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        ConfigCells.save(cell, addConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return ConfigCells.load(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        return orElse(() -> getDataCell(key), def);
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... values) {
        addArray(key, values, Config::addDataCell);
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        return getArray(key, DataCell[]::new, Config::getDataCell);
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        return orElse(() -> getDataCellArray(key), def);
    }

    @Override
    public void addRowKey(final String key, final RowKey rowKey) {
        addString(key, rowKey == null ? null : rowKey.getString());
    }

    @Override
    public RowKey getRowKey(final String key) throws InvalidSettingsException {
        final String s = getString(key);
        return s == null ? null : new RowKey(s);
    }

    @Override
    public RowKey getRowKey(final String key, final RowKey def) {
        return orElse(() -> getRowKey(key), def);
    }

    @Override
    public void addRowKeyArray(final String key, final RowKey... rowKeys) {
        addArray(key, rowKeys, Config::addRowKey);
    }

    @Override
    public RowKey[] getRowKeyArray(final String key) throws InvalidSettingsException {
        return getArray(key, RowKey[]::new, Config::getRowKey);
    }

    @Override
    public RowKey[] getRowKeyArray(final String key, final RowKey... def) {
        return orElse(() -> getRowKeyArray(key), def);
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        final Config config = addConfig(key);
        if (type != null) {
            type.save(config);
        }
        config.addBoolean(CFG_IS_NULL, type == null);
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final Config config = getConfig(key);
        return config.getBoolean(CFG_IS_NULL, false) ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        return orElse(() -> getDataType(key), def);
    }

    @Override
    public void addDataTypeArray(final String key, final DataType... values) {
        addArray(key, values, Config::addDataType);
    }

    @Override
    public DataType[] getDataTypeArray(final String key) throws InvalidSettingsException {
        return getArray(key, DataType[]::new, Config::getDataType);
    }

    @Override
    public DataType[] getDataTypeArray(final String key, final DataType... def) {
        return orElse(() -> getDataTypeArray(key), def);
    }

    private interface Setter<T> {
        void set(Config config, String key, T value);
    }

    private interface Getter<T> {
        T get(Config config, String key) throws InvalidSettingsException;
    }

    private interface Attempt<T> {
        T get() throws InvalidSettingsException;
    }

    private static <T> T orElse(final Attempt<T> attempt, final T def) {
        try {
            return attempt.get();
        } catch (final InvalidSettingsException e) {
            return def;
        }
    }

    private <T> void addArray(final String key, final T[] values, final Setter<T> setter) {
        final Config config = addConfig(key);
        if (values != null) {
            config.addInt(CFG_ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                setter.set(config, Integer.toString(i), values[i]);
            }
        }
    }

    private <T> T[] getArray(final String key, final IntFunction<T[]> maker, final Getter<T> getter)
        throws InvalidSettingsException {
        final Config config = getConfig(key);
        final int size = config.getInt(CFG_ARRAY_SIZE, -1);
        if (size < 0) {
            return null;
        }
        final T[] values = maker.apply(size);
        for (int i = 0; i < size; i++) {
            values[i] = getter.get(config, Integer.toString(i));
        }
        return values;
    }

    @Override
    public String toString() {
        final StringBuffer b = new StringBuffer(super.toString() + "\n");
        toString(b);
        return b.toString();
    }
}
