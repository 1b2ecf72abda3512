package org.knime.embedded;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/** Where the rows of a table come from. */
public interface TableContent {

    /** @return the columns */
    DataTableSpec spec();

    /** @return the number of rows */
    long size();

    /** @return a new iterator over the rows */
    CloseableRowIterator iterator();
}
