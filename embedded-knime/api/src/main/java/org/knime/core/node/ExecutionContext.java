package org.knime.core.node;

import java.io.IOException;
import java.util.Objects;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.RearrangedRows;
import org.knime.core.data.filestore.FileStore;
import org.knime.embedded.NodeStorage;

/** What a node is executed in: progress, cancellation, new tables and file stores. */
public class ExecutionContext extends ExecutionMonitor {

    private final NodeStorage m_storage;

    /**
     * Not part of KNIME's API.
     *
     * @param progress receives the progress
     * @param storage receives tables and file stores
     */
    public ExecutionContext(final NodeProgressMonitor progress, final NodeStorage storage) {
        super(progress);
        m_storage = Objects.requireNonNull(storage);
    }

    /**
     * @param relativePath the store's name, unique in this execution
     * @return a new file store
     * @throws IOException if the name can't be used
     */
    public FileStore createFileStore(final String relativePath) throws IOException {
        return m_storage.createFileStore(relativePath);
    }

    /**
     * @param spec the columns
     * @return a container for the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, false);
    }

    /**
     * @param spec the columns
     * @param initDomain whether the domains start with those of the spec
     * @return a container for the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return new BufferedDataContainer(m_storage.newTable(spec, initDomain));
    }

    /**
     * @param in a table
     * @param rearranger says which columns stay and come
     * @param subProgressMon for progress and cancellation
     * @return the new table
     * @throws CanceledExecutionException if the user cancelled
     */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        final RearrangedRows rows = new RearrangedRows(rearranger, in.getSpec());
        final BufferedDataContainer container = createDataContainer(rows.spec(), true);
        try {
            new RearrangedTable(in, rows, container, subProgressMon).fill();
        } finally {
            rows.finish();
            container.close();
        }
        return container.getTable();
    }
}
