package org.knime.core.node;

import java.io.IOException;
import java.util.Objects;

import org.geco.embedded.data.FileStoreArea;
import org.geco.embedded.data.TableWriter;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.container.RearrangedRows;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;

/** What a node needs in its execution: progress, cancellation, new tables and new file stores. */
public class ExecutionContext extends ExecutionMonitor {

    private final FileStoreArea m_fileStores;

    /**
     * Not part of KNIME's API: for the embedded implementation.
     *
     * @param progMon receives the progress
     * @param fileStores receives the file stores; its repository receives the tables
     */
    public ExecutionContext(final NodeProgressMonitor progMon, final FileStoreArea fileStores) {
        super(progMon);
        m_fileStores = Objects.requireNonNull(fileStores);
    }

    /**
     * @param relativePath a name not used before in this execution; no slashes, no dot in front
     * @return a new file store
     * @throws IOException if the name can't be used
     */
    public FileStore createFileStore(final String relativePath) throws IOException {
        return m_fileStores.createFileStore(relativePath);
    }

    /**
     * @param spec the columns
     * @return collects the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, false);
    }

    /**
     * @param spec the columns
     * @param initDomain whether the domains start with those of the spec
     * @return collects the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return new BufferedDataContainer(new TableWriter(spec, initDomain, m_fileStores.repository()));
    }

    /**
     * @param spec the columns
     * @param settings how to treat rows and domains
     * @return collects the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec,
        final DataContainerSettings settings) {
        return createDataContainer(spec, settings.isInitializeDomain());
    }

    /**
     * @param table any table
     * @param subProgressMon for progress and cancellation
     * @return a copy
     * @throws CanceledExecutionException if the user cancelled
     */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        if (table instanceof BufferedDataTable b) {
            return b;
        }
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        for (final DataRow row : table) {
            subProgressMon.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param in a table
     * @param rearranger says which columns go and come
     * @param subProgressMon for progress and cancellation
     * @return the rearranged table
     * @throws CanceledExecutionException if the user cancelled
     */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        final RearrangedRows rows = new RearrangedRows(rearranger, in.getSpec(),
            FileStoreFactory.createWorkflowFileStoreFactory(this));
        final BufferedDataContainer container = createDataContainer(rows.spec(), true);
        try {
            new RearrangedTable(in, rows, container, subProgressMon).fill();
        } finally {
            rows.finish();
            container.close();
        }
        return container.getTable();
    }

    /**
     * @param in a table
     * @param newSpec columns of types that the cells comply with
     * @return the same rows under other columns
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        return new BufferedDataTable(DerivedTables.withSpec(in, newSpec));
    }

    /**
     * @param in a table
     * @return the same table as another object
     */
    public BufferedDataTable createWrappedTable(final BufferedDataTable in) {
        return new BufferedDataTable(DerivedTables.withSpec(in, in.getSpec()));
    }

    /**
     * @param spec the columns
     * @return a table without rows
     */
    public BufferedDataTable createVoidTable(final DataTableSpec spec) {
        final BufferedDataContainer container = createDataContainer(spec, true);
        container.close();
        return container.getTable();
    }

    /**
     * @param exec for progress and cancellation
     * @param tables with the same columns, row IDs must be unique over all
     * @return one table with the rows of all
     * @throws CanceledExecutionException if the user cancelled
     */
    public BufferedDataTable createConcatenateTable(final ExecutionMonitor exec, final BufferedDataTable... tables)
        throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(DerivedTables.commonSpec(tables), true);
        for (final BufferedDataTable table : tables) {
            for (final DataRow row : table) {
                exec.checkCanceled();
                container.addRowToTable(row);
            }
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param left a table
     * @param right a table with other columns and the same row IDs in the same order
     * @param exec for progress and cancellation
     * @return one table with the columns of both
     * @throws CanceledExecutionException if the user cancelled
     */
    public BufferedDataTable createJoinedTable(final BufferedDataTable left, final BufferedDataTable right,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        final BufferedDataContainer container =
            createDataContainer(new DataTableSpec(left.getSpec(), right.getSpec()), true);
        if (left.size() != right.size()) {
            throw new IllegalArgumentException("Tables can't be joined, non matching row counts: " + left.size()
                + " vs. " + right.size());
        }
        try (CloseableRowIterator l = left.iterator(); CloseableRowIterator r = right.iterator()) {
            while (l.hasNext()) {
                exec.checkCanceled();
                container.addRowToTable(DerivedTables.join(l.next(), r.next()));
            }
        }
        container.close();
        return container.getTable();
    }

    /** @param table is no longer needed; here tables are removed with their workflow run */
    public void clearTable(final BufferedDataTable table) {
        // removed with the workflow run
    }

    /**
     * @param maxProg the share of this context's work that the part makes up
     * @return a context for the part, with its own 0 to 1
     */
    public ExecutionContext createSubExecutionContext(final double maxProg) {
        return new ExecutionContext(createSubProgressMonitor(maxProg), m_fileStores);
    }

    /**
     * @param maxProg the share of this context's work that the part makes up
     * @return a context for the part, whose messages are not shown
     */
    public ExecutionContext createSilentSubExecutionContext(final double maxProg) {
        return new ExecutionContext(createSilentSubProgressMonitor(maxProg), m_fileStores);
    }
}
