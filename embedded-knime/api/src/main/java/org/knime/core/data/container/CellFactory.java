package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes new cells from a row. */
public interface CellFactory {

    /**
     * @param row a row of the input
     * @return the new cells, one for each new column
     */
    default DataCell[] getCells(final DataRow row) {
        throw new IllegalStateException("One of the methods getCells must be implemented");
    }

    /**
     * @param row a row of the input
     * @param rowIndex its index, from 0
     * @return the new cells, one for each new column
     */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /** @return the new columns */
    DataColumnSpec[] getColumnSpecs();

    /**
     * @param curRowNr rows that are done
     * @param rowCount rows of the table
     * @param lastKey the last row's ID
     * @param exec receives the progress
     */
    default void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount,
            () -> "Processed row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
