package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;

/** Says which columns of a table stay, in which order, and which new ones come. */
public class ColumnRearranger {

    private final DataTableSpec m_original;

    private final List<Column> m_columns = new ArrayList<>();

    /** A column of the result: the original one with this index, or the factory's with this index. */
    record Column(DataColumnSpec spec, int index, CellFactory factory) {

        boolean isNew() {
            return factory != null;
        }
    }

    /** @param original the input's columns: at first all of them stay */
    public ColumnRearranger(final DataTableSpec original) {
        m_original = Objects.requireNonNull(original, "Argument must not be null.");
        for (int i = 0; i < original.getNumColumns(); i++) {
            m_columns.add(new Column(original.getColumnSpec(i), i, null));
        }
    }

    final List<Column> columns() {
        return m_columns;
    }

    final DataTableSpec originalSpec() {
        return m_original;
    }

    /** @param colIndices the columns that stay */
    public final void keepOnly(final int... colIndices) {
        final Set<Column> kept = new LinkedHashSet<>();
        for (final int i : colIndices) {
            kept.add(m_columns.get(i));
        }
        m_columns.retainAll(kept);
    }

    /** @param colNames the columns that stay */
    public final void keepOnly(final String... colNames) {
        keepOnly(indices(colNames));
    }

    /** @param colIndices the columns that go */
    public final void remove(final int... colIndices) {
        final Set<Column> removed = new LinkedHashSet<>();
        for (final int i : colIndices) {
            removed.add(m_columns.get(i));
        }
        m_columns.removeAll(removed);
    }

    /** @param colNames the columns that go */
    public final void remove(final String... colNames) {
        remove(indices(colNames));
    }

    private int[] indices(final String... names) {
        return Stream.of(names).mapToInt(this::require).toArray();
    }

    private int require(final String name) {
        final int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No such column \"" + name + "\"");
        }
        return index;
    }

    /**
     * @param colName a name
     * @return the column's present index, -1 if there is none
     */
    public final int indexOf(final String colName) {
        for (int i = 0; i < m_columns.size(); i++) {
            if (m_columns.get(i).spec().getName().equals(colName)) {
                return i;
            }
        }
        return -1;
    }

    /** @return the present number of columns */
    public final int getColumnCount() {
        return m_columns.size();
    }

    /**
     * @param from the column's present index
     * @param to the index of the column in front of which it is put, or the number of columns
     */
    public final void move(final int from, final int to) {
        final Column column = m_columns.get(from);
        m_columns.add(to, column);
        m_columns.remove(from < to ? from : from + 1);
    }

    /**
     * @param colName the column
     * @param to the index of the column in front of which it is put, or the number of columns
     */
    public final void move(final String colName, final int to) {
        move(require(colName), to);
    }

    /** @param colIndicesInOrder the columns that come first, in this order; the others follow */
    public final void permute(final int[] colIndicesInOrder) {
        final List<Column> ordered = new ArrayList<>();
        for (final int i : colIndicesInOrder) {
            ordered.add(m_columns.get(i));
        }
        m_columns.removeAll(ordered);
        m_columns.addAll(0, ordered);
    }

    /** @param colNamesInOrder the columns that come first, in this order; the others follow */
    public final void permute(final String[] colNamesInOrder) {
        permute(indices(colNamesInOrder));
    }

    /**
     * @param position the index of the first new column
     * @param fac makes the new columns
     */
    public final void insertAt(final int position, final CellFactory fac) {
        final DataColumnSpec[] specs = fac.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            m_columns.add(position + i, new Column(specs[i], i, fac));
        }
    }

    /** @param fac makes the new columns, which come last */
    public final void append(final CellFactory fac) {
        insertAt(m_columns.size(), fac);
    }

    /**
     * @param newCol makes one new column
     * @param colName the column that goes; the new one comes in its place
     */
    public final void replace(final CellFactory newCol, final String colName) {
        replace(newCol, require(colName));
    }

    /**
     * @param fac makes as many new columns as go
     * @param colIndex the columns that go
     */
    public final void replace(final CellFactory fac, final int... colIndex) {
        final DataColumnSpec[] specs = fac.getColumnSpecs();
        if (specs.length != colIndex.length) {
            throw new IndexOutOfBoundsException("Arguments do not provide to same number of columns: " + specs.length
                + " vs. " + colIndex.length);
        }
        for (int i = 0; i < specs.length; i++) {
            m_columns.set(colIndex[i], new Column(specs[i], i, fac));
        }
    }

    /** @return the result's columns; names must be unique */
    public final DataTableSpec createSpec() {
        return new DataTableSpecCreator(m_original).dropAllColumns()
            .addColumns(m_columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new)).createSpec();
    }
}
