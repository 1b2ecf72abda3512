package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Cells in settings: class name and value of the basic cells, and the missing cell. */
final class ConfigCells {

    private static final String CFG_CELL = "datacell";

    private ConfigCells() {
    }

    static void save(final DataCell cell, final Config config) {
        if (cell == null) {
            config.addString(CFG_CELL, null);
            return;
        }
        final String name = cell.getClass().getName();
        config.addString(CFG_CELL, name);
        final Config value = config.addConfig(name);
        final String key = cell.getClass().getSimpleName();
        // the order matters: a boolean is an int and an int is a double
        if (cell instanceof BooleanCell c) {
            value.addBoolean(key, c.getBooleanValue());
        } else if (cell instanceof IntCell c) {
            value.addInt(key, c.getIntValue());
        } else if (cell instanceof LongCell c) {
            value.addLong(key, c.getLongValue());
        } else if (cell instanceof DoubleCell c) {
            value.addDouble(key, c.getDoubleValue());
        } else if (cell instanceof StringCell c) {
            value.addString(key, c.getStringValue());
        } else if (!cell.isMissing()) {
            throw new UnsupportedOperationException("Cells of class " + name + " can't be saved in settings here");
        }
    }

    static DataCell load(final Config config) throws InvalidSettingsException {
        final String name = config.getString(CFG_CELL);
        if (name == null) {
            return null;
        }
        final Config value = config.getConfig(name);
        final String key = name.substring(name.lastIndexOf('.') + 1);
        switch (key) {
            case "BooleanCell":
                return BooleanCellFactory.create(value.getBoolean(key));
            case "IntCell":
                return new IntCell(value.getInt(key));
            case "LongCell":
                return new LongCell(value.getLong(key));
            case "DoubleCell":
                return new DoubleCell(value.getDouble(key));
            case "StringCell":
                return new StringCell(value.getString(key));
            default:
                if (key.endsWith("MissingCell")) {
                    return DataType.getMissingCell();
                }
                throw new InvalidSettingsException("Cells of class " + name + " can't be read from settings here");
        }
    }
}
