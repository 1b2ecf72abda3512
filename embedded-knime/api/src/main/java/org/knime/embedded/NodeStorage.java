package org.knime.embedded;

import java.io.IOException;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.filestore.FileStore;

/** Where a node's execution leaves its data. */
public interface NodeStorage {

    /**
     * @param spec the columns
     * @param initDomains whether the domains start with those of the spec
     * @return a new table
     */
    TableSink newTable(DataTableSpec spec, boolean initDomains);

    /**
     * @param name unique among the file stores of this execution
     * @return a new file store
     * @throws IOException if the name can't be used
     */
    FileStore createFileStore(String name) throws IOException;

    /** Where the rows of a new table go. */
    interface TableSink {

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

    /** Where the rows of a table come from. */
    interface TableContent {

        /** @return the columns */
        DataTableSpec spec();

        /** @return the number of rows */
        long size();

        /** @return a new iterator over the rows */
        CloseableRowIterator iterator();
    }
}
