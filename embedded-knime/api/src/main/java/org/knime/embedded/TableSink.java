package org.knime.embedded;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/** Where the rows of a new table go. */
public interface TableSink {

    /** @param row its ID must be new, its cells must comply with the columns' types */
    void add(DataRow row);

    /** @return the number of rows so far */
    long size();

    /** @return the columns; after closing with their domains */
    DataTableSpec spec();

    /** No more rows will be added. */
    void close();

    /** @return the closed table */
    TableContent table();
}
