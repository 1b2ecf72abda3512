package org.knime.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private final String m_name;

    private final DataColumnSpec[] m_columns;

    private final Map<String, Integer> m_indices = new HashMap<>();

    /** @param colSpecs the columns, names must be unique */
    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(null, colSpecs);
    }

    /**
     * @param spec1 the first columns
     * @param spec2 the next columns
     */
    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(null, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    /**
     * @param name the table's name, "default" if null
     * @param colSpecs the columns, names must be unique
     */
    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        m_name = name == null ? "default" : name;
        m_columns = colSpecs.clone();
        for (int i = 0; i < m_columns.length; i++) {
            final String column = Objects.requireNonNull(m_columns[i], "Column spec must not be null").getName();
            if (m_indices.put(column, i) != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + column + "\" in table spec");
            }
        }
    }

    /**
     * @param names the columns' names
     * @param types the columns' types
     */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(null, createColumnSpecs(names, types));
    }

    private static DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException("Number of names and types differ: " + names.length + " vs. "
                + types.length);
        }
        return IntStream.range(0, names.length)
            .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec()).toArray(DataColumnSpec[]::new);
    }

    /** @return the table's name */
    public String getName() {
        return m_name;
    }

    /** @return the number of columns */
    public int getNumColumns() {
        return m_columns.length;
    }

    /** @return the columns' names */
    public String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * @param index from 0
     * @return the column
     */
    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns[index];
    }

    /**
     * @param column a name
     * @return the column, null if there is none
     */
    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : m_columns[index];
    }

    /**
     * @param columnName a name
     * @return the column's index, -1 if there is none
     */
    public int findColumnIndex(final String columnName) {
        return m_indices.getOrDefault(columnName, -1);
    }

    /**
     * @param columnName a name
     * @return whether there is such a column
     */
    public boolean containsName(final String columnName) {
        return m_indices.containsKey(columnName);
    }

    /**
     * @param spec another spec
     * @return whether names and types are the same, in the same order
     */
    public boolean equalStructure(final DataTableSpec spec) {
        return spec != null && m_columns.length == spec.m_columns.length && IntStream.range(0, m_columns.length)
            .allMatch(i -> m_columns[i].equalStructure(spec.m_columns[i]));
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return List.of(m_columns).iterator();
    }

    /** @return the columns */
    public Stream<DataColumnSpec> stream() {
        return Stream.of(m_columns);
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof DataTableSpec s && m_name.equals(s.m_name)
            && Arrays.equals(m_columns, s.m_columns);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_columns);
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",columns=" + Arrays.toString(m_columns);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
