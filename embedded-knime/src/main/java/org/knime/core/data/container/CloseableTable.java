package org.knime.core.data.container;

import org.knime.core.data.DataTable;

/** A table to be closed. */
public interface CloseableTable extends DataTable, AutoCloseable {

    @Override
    default void close() {
        // nothing to close
    }
}
