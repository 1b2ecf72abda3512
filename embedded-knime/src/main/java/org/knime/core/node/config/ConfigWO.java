package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.config.base.ConfigBaseWO;

/** The writing side of a settings tree that also knows cells, row keys and types. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * @param key the key
     * @return a new, empty sub-config
     */
    Config addConfig(String key);

    /**
     * @param key the key
     * @param cell the cell, may be null
     */
    void addDataCell(String key, DataCell cell);

    /**
     * @param key the key
     * @param values the cells, may be null
     */
    void addDataCellArray(String key, DataCell... values);

    /**
     * @param key the key
     * @param rowKey the row key, may be null
     */
    void addRowKey(String key, RowKey rowKey);

    /**
     * @param key the key
     * @param rowKeys the row keys, may be null
     */
    void addRowKeyArray(String key, RowKey... rowKeys);

    /**
     * @param key the key
     * @param type the type, may be null
     */
    void addDataType(String key, DataType type);

    /**
     * @param key the key
     * @param values the types, may be null
     */
    void addDataTypeArray(String key, DataType... values);
}
