package org.geco.asd.nodes.knime;

import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.data.DataRepository;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess;

/** Small tables in and out of nodes under test. */
public final class Executions {

    private Executions() {
    }

    /** @return what a node is executed in */
    public static ExecutionContext context(final DataRepository repository) {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), repository.newFileStoreArea());
    }

    /** @return what a node is executed in that the user cancels after it was asked some times */
    public static ExecutionContext cancelled(final DataRepository repository, final int times) {
        final int[] asked = {0};
        return new ExecutionContext(new DefaultNodeProgressMonitor() {
            @Override
            public void checkCanceled() throws CanceledExecutionException {
                if (++asked[0] > times) {
                    throw new CanceledExecutionException();
                }
            }
        }, repository.newFileStoreArea());
    }

    /** @return what a node is executed in that the user cancels when its progress says something */
    public static ExecutionContext cancelledAt(final DataRepository repository, final String message) {
        final boolean[] said = {false};
        return new ExecutionContext(new DefaultNodeProgressMonitor() {
            @Override
            public void setProgress(final double progress, final String now) {
                said[0] |= now.contains(message);
            }

            @Override
            public void checkCanceled() throws CanceledExecutionException {
                if (said[0]) {
                    throw new CanceledExecutionException();
                }
            }
        }, repository.newFileStoreArea());
    }

    /** @return a table with one text column; null is a missing cell */
    public static BufferedDataTable texts(final ExecutionContext exec, final String column,
        final List<String> texts) {
        final BufferedDataContainer container = exec.createDataContainer(
            new DataTableSpec(new DataColumnSpecCreator(column, StringCell.TYPE).createSpec()));
        long row = 0;
        for (final String text : texts) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++),
                text == null ? new MissingCell("nobody knows") : new StringCell(text)));
        }
        container.close();
        return container.getTable();
    }

    /** @return the rows of a node's first output */
    public static List<DataRow> rows(final DefaultNodeAccess.Executed executed) {
        return rows(executed.objects()[0]);
    }

    /** @return the rows of a table */
    public static List<DataRow> rows(final PortObject table) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = ((BufferedDataTable)table).iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** @return a row's cells as text, the reason in place of a missing one */
    public static List<String> texts(final DataRow row) {
        return row.stream().map(Executions::text).toList();
    }

    /** @return a cell as text, the reason in place of a missing one */
    public static String text(final DataCell cell) {
        return cell instanceof MissingCell missing ? "? " + missing.getError() : cell.toString();
    }
}
