package org.knime.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes table specs. */
public final class DataTableSpecCreator {

    private String m_name;

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    /** No columns yet. */
    public DataTableSpecCreator() {
        // nothing to set
    }

    /** @param spec the spec to start with */
    public DataTableSpecCreator(final DataTableSpec spec) {
        m_name = spec.getName();
        addColumns(spec);
    }

    /**
     * @param index from 0
     * @param colSpec the new column
     * @return this
     */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec colSpec) {
        m_columns.set(index, Objects.requireNonNull(colSpec, "Column spec must not be null"));
        return this;
    }

    /**
     * @param columns more columns
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        for (final DataColumnSpec c : columns) {
            m_columns.add(Objects.requireNonNull(c, "Column spec must not be null"));
        }
        return this;
    }

    /**
     * @param fromSpec its columns are added
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataTableSpec fromSpec) {
        fromSpec.forEach(m_columns::add);
        return this;
    }

    /** @return this without columns */
    public DataTableSpecCreator dropAllColumns() {
        m_columns.clear();
        return this;
    }

    /** @return the spec */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns.toArray(DataColumnSpec[]::new));
    }
}
