package org.knime.core.data.container;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.ExecutionMonitor;

/** Applies a {@link ColumnRearranger} row by row; for the embedded implementation, not part of KNIME's API. */
public final class RearrangedRows {

    private final DataTableSpec m_spec;

    private final List<ColumnRearranger.Column> m_columns;

    private final Set<CellFactory> m_factories = new LinkedHashSet<>();

    /**
     * @param rearranger says which columns stay and come
     * @param input the table's columns, which must be those that the rearranger was made for
     */
    public RearrangedRows(final ColumnRearranger rearranger, final DataTableSpec input) {
        if (!rearranger.originalSpec().equalStructure(input)) {
            throw new IllegalArgumentException("The argument table's spec does not match the original spec passed in "
                + "the constructor: " + rearranger.originalSpec() + " vs. " + input);
        }
        m_columns = List.copyOf(rearranger.columns());
        m_spec = rearranger.createSpec();
        m_columns.stream().filter(ColumnRearranger.Column::isNew).forEach(c -> m_factories.add(c.factory()));
    }

    /** @return the result's columns */
    public DataTableSpec spec() {
        return m_spec;
    }

    /** @return whether several rows may be mapped at once: all new columns say so */
    public boolean isParallel() {
        return !m_factories.isEmpty()
            && m_factories.stream().allMatch(f -> f instanceof AbstractCellFactory a && a.isParallelProcessing());
    }

    /**
     * @param row a row of the input
     * @param index its index, from 0
     * @return the row of the result
     */
    public DataRow map(final DataRow row, final long index) {
        final Map<CellFactory, DataCell[]> made = new HashMap<>();
        for (final CellFactory f : m_factories) {
            made.put(f, newCells(f, row, index));
        }
        final DataCell[] cells = new DataCell[m_columns.size()];
        for (int i = 0; i < cells.length; i++) {
            final ColumnRearranger.Column column = m_columns.get(i);
            cells[i] = column.isNew() ? made.get(column.factory())[column.index()] : row.getCell(column.index());
        }
        return new DefaultRow(row.getKey(), cells);
    }

    private static DataCell[] newCells(final CellFactory factory, final DataRow row, final long index) {
        final DataCell[] cells = factory.getCells(row, index);
        final int expected = factory.getColumnSpecs().length;
        if (cells == null || cells.length != expected || Arrays.asList(cells).contains(null)) {
            throw new IllegalStateException("The cell factory " + factory.getClass().getName() + " made "
                + Arrays.toString(cells) + " for row \"" + row.getKey() + "\" where it should make " + expected
                + " cells, none null");
        }
        return cells;
    }

    /**
     * @param done rows that are done
     * @param count rows of the table
     * @param key the last row's ID
     * @param exec receives the progress
     */
    public void setProgress(final long done, final long count, final RowKey key, final ExecutionMonitor exec) {
        // all factories work on the same rows: one of them may report
        m_factories.stream().findFirst().ifPresent(f -> f.setProgress(done, count, key, exec));
    }

    /** To be called after the last row, or after a failure. */
    public void finish() {
        for (final CellFactory f : m_factories) {
            if (f instanceof AbstractCellFactory a) {
                a.afterProcessing();
            }
        }
    }
}
