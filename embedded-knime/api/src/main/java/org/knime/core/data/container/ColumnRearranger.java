package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    /** @param fac makes the new columns, which come last */
    public final void append(final CellFactory fac) {
        final DataColumnSpec[] specs = fac.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            m_columns.add(new Column(specs[i], i, fac));
        }
    }

    /** @return the result's columns; names must be unique */
    public final DataTableSpec createSpec() {
        return new DataTableSpecCreator(m_original).dropAllColumns()
            .addColumns(m_columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new)).createSpec();
    }
}
