package org.geco.asd.nodes.table;

import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table that a node makes: plain values become cells, and its rows are numbered. */
public final class NewTable implements AutoCloseable {
    private final BufferedDataContainer m_container;

    /** Starts a table of these columns. */
    public NewTable(final ExecutionContext exec, final DataTableSpec spec) {
        m_container = exec.createDataContainer(spec);
    }

    /** @return a column of strings */
    public static DataColumnSpec text(final String name) {
        return column(name, StringCell.TYPE);
    }

    /** @return a column of doubles */
    public static DataColumnSpec number(final String name) {
        return column(name, DoubleCell.TYPE);
    }

    /** @return a column of ints */
    public static DataColumnSpec count(final String name) {
        return column(name, IntCell.TYPE);
    }

    /** @return a column of booleans */
    public static DataColumnSpec flag(final String name) {
        return column(name, BooleanCell.TYPE);
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /**
     * Adds a row: for each column a string, int, double or boolean; an {@link Outcome} of one, which is a missing cell
     * with its reason if there is none; or a cell.
     */
    public void add(final Object... values) {
        m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_container.size()),
            Stream.of(values).map(NewTable::cell).toArray(DataCell[]::new)));
    }

    private static DataCell cell(final Object value) {
        if (value instanceof final Outcome<?> outcome) {
            return outcome.isPresent() ? cell(outcome.value()) : new MissingCell(outcome.reason());
        } else if (value instanceof final String text) {
            return new StringCell(text);
        } else if (value instanceof final Integer count) {
            return new IntCell(count);
        } else if (value instanceof final Double number) {
            return new DoubleCell(number);
        } else if (value instanceof final Boolean flag) {
            return flag ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
        return (DataCell)value;
    }

    /** No more rows come. */
    @Override
    public void close() {
        m_container.close();
    }

    /** @return the table; no more rows come */
    public BufferedDataTable closed() {
        close();
        return m_container.getTable();
    }
}
