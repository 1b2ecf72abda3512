package org.knime.core.data;

import java.util.List;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A table whose rows can be read from anywhere. */
public interface DirectAccessTable {

    /** @return the columns */
    DataTableSpec getDataTableSpec();

    /**
     * @param start the first row, from 0
     * @param length how many rows
     * @param exec for progress and cancellation
     * @return the rows
     * @throws CanceledExecutionException if the user cancelled
     */
    List<DataRow> getRows(long start, int length, ExecutionMonitor exec) throws CanceledExecutionException;
}
