package org.geco.embedded.runner.result;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;

/**
 * A table that outlives its run.
 *
 * @param nodeId the node that made it
 * @param node that node's name
 * @param port the node's output port, from 1
 * @param columns the column names
 * @param rowKeys the rows' IDs
 * @param rows the cells of each row: Integer, Long, Double, Boolean, or the text of any other cell; null for missing
 */
public record ResultTable(int nodeId, String node, int port, List<String> columns, List<String> rowKeys,
    List<List<Object>> rows) {

    /**
     * Copies a table.
     *
     * @param nodeId the node that made it
     * @param node that node's name
     * @param port the node's output port, from 1
     * @param table the table
     * @return its copy
     */
    public static ResultTable copy(final int nodeId, final String node, final int port,
        final BufferedDataTable table) {
        final List<String> keys = new ArrayList<>();
        final List<List<Object>> rows = new ArrayList<>();
        for (final DataRow row : table) {
            keys.add(row.getKey().getString());
            final List<Object> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(value(cell)));
            rows.add(cells);
        }
        return new ResultTable(nodeId, node, port, List.of(table.getDataTableSpec().getColumnNames()), keys, rows);
    }

    private static Object value(final DataCell cell) {
        if (cell.isMissing()) {
            return null;
        } else if (cell instanceof BooleanValue value) {
            return value.getBooleanValue();
        } else if (cell instanceof IntValue value) {
            return value.getIntValue();
        } else if (cell instanceof LongValue value) {
            return value.getLongValue();
        } else if (cell instanceof DoubleValue value) {
            return value.getDoubleValue();
        }
        return cell.toString();
    }

    /**
     * @param name a column's name
     * @return its cells from top to bottom
     * @throws IllegalArgumentException if there is no such column
     */
    public List<Object> column(final String name) {
        final int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No column '" + name + "' among " + columns);
        }
        final List<Object> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row.get(index)));
        return cells;
    }
}
