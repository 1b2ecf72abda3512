package org.knime.embedded;

import java.io.IOException;

import org.knime.core.data.DataTableSpec;
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
}
