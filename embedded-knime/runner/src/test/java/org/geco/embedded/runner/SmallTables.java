package org.geco.embedded.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;

import org.geco.embedded.data.DataRepository;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Makes tables for tests. */
public final class SmallTables {

    private SmallTables() {
    }

    /** A table of one row. */
    public static BufferedDataTable row(final Path folder, final Object... cells) throws IOException {
        return rows(folder, 1, cells);
    }

    /** A table of equal rows with columns c0, c1, …; null is a missing text. */
    public static BufferedDataTable rows(final Path folder, final int count, final Object... cells)
        throws IOException {
        final String[] names = new String[cells.length];
        Arrays.setAll(names, i -> "c" + i);
        return table(folder, names, Collections.nCopies(count, cells).toArray(Object[][]::new));
    }

    /** A table of these rows; the types are those of the first; null is a missing text. */
    public static BufferedDataTable table(final Path folder, final String[] names, final Object[]... cells)
        throws IOException {
        final DataColumnSpec[] columns = new DataColumnSpec[names.length];
        for (int i = 0; i < names.length; i++) {
            final DataCell first = cell(cells[0][i]);
            columns[i] = new DataColumnSpecCreator(names[i],
                first.isMissing() ? StringCell.TYPE : first.getType()).createSpec();
        }
        final ExecutionContext exec =
            new ExecutionContext(new DefaultNodeProgressMonitor(), new DataRepository(folder).newFileStoreArea());
        final BufferedDataContainer rows = exec.createDataContainer(new DataTableSpec(columns));
        for (int i = 0; i < cells.length; i++) {
            rows.addRowToTable(new DefaultRow("Row" + i,
                Arrays.stream(cells[i]).map(SmallTables::cell).toArray(DataCell[]::new)));
        }
        rows.close();
        return rows.getTable();
    }

    private static DataCell cell(final Object value) {
        if (value == null) {
            return new MissingCell("none");
        } else if (value instanceof Double number) {
            return new DoubleCell(number);
        } else if (value instanceof Integer number) {
            return new IntCell(number);
        }
        return new StringCell(value.toString());
    }
}
