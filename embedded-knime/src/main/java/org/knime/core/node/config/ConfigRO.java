package org.knime.core.node.config;

import java.util.Iterator;

import javax.swing.tree.TreeNode;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** The reading side of a settings tree that also knows cells, row keys and types. */
public interface ConfigRO extends ConfigBaseRO, TreeNode {

    /**
     * @param key the key
     * @return the sub-config
     * @throws InvalidSettingsException if there is none
     */
    Config getConfig(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @return the cell, may be null
     * @throws InvalidSettingsException if there is none
     */
    DataCell getDataCell(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the cell if there is none
     * @return the cell
     */
    DataCell getDataCell(String key, DataCell def);

    /**
     * @param key the key
     * @return the cells, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the cells if there is no such array
     * @return the cells
     */
    DataCell[] getDataCellArray(String key, DataCell... def);

    /**
     * @param key the key
     * @return the row key, may be null
     * @throws InvalidSettingsException if there is none
     */
    RowKey getRowKey(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the row key if there is none
     * @return the row key
     */
    RowKey getRowKey(String key, RowKey def);

    /**
     * @param key the key
     * @return the row keys, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    RowKey[] getRowKeyArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the row keys if there is no such array
     * @return the row keys
     */
    RowKey[] getRowKeyArray(String key, RowKey... def);

    /**
     * @param key the key
     * @return the type, may be null
     * @throws InvalidSettingsException if there is none
     */
    DataType getDataType(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the type if there is none
     * @return the type
     */
    DataType getDataType(String key, DataType def);

    /**
     * @param key the key
     * @return the types, null if null was saved
     * @throws InvalidSettingsException if there is no such array
     */
    DataType[] getDataTypeArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key
     * @param def the types if there is no such array
     * @return the types
     */
    DataType[] getDataTypeArray(String key, DataType... def);

    @Override
    Iterator<String> iterator();
}
