package org.geco.embedded.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Learns the bounds of bounded columns and the values of nominal ones (as long as they are at most 60). */
final class DomainCollector {

    private static final int MAX_VALUES = 60;

    private final DataTableSpec m_spec;

    private final DataCell[] m_lower;

    private final DataCell[] m_upper;

    private final List<Set<DataCell>> m_values = new ArrayList<>();

    DomainCollector(final DataTableSpec spec, final boolean initDomains) {
        m_spec = spec;
        m_lower = new DataCell[spec.getNumColumns()];
        m_upper = new DataCell[spec.getNumColumns()];
        for (int i = 0; i < m_lower.length; i++) {
            final DataColumnSpec column = spec.getColumnSpec(i);
            final Set<DataCell> known = initDomains ? column.getDomain().getValues() : null;
            m_lower[i] = initDomains ? column.getDomain().getLowerBound() : null;
            m_upper[i] = initDomains ? column.getDomain().getUpperBound() : null;
            m_values.add(!column.getType().isCompatible(NominalValue.class) ? null
                : new LinkedHashSet<>(known == null ? Set.of() : known));
        }
    }

    void add(final DataRow row) {
        for (int i = 0; i < m_lower.length; i++) {
            final DataCell cell = row.getCell(i);
            if (!cell.isMissing()) {
                addValue(i, cell);
                addBound(i, cell);
            }
        }
    }

    private void addValue(final int column, final DataCell cell) {
        final Set<DataCell> values = m_values.get(column);
        if (values != null) {
            values.add(cell);
            if (values.size() > MAX_VALUES) {
                m_values.set(column, null);
            }
        }
    }

    private void addBound(final int column, final DataCell cell) {
        final DataType type = m_spec.getColumnSpec(column).getType();
        final boolean isNaN = cell instanceof DoubleValue d && Double.isNaN(d.getDoubleValue());
        if (!type.isCompatible(BoundedValue.class) || isNaN) {
            return;
        }
        if (m_lower[column] == null || type.getComparator().compare(cell, m_lower[column]) < 0) {
            m_lower[column] = cell;
        }
        if (m_upper[column] == null || type.getComparator().compare(cell, m_upper[column]) > 0) {
            m_upper[column] = cell;
        }
    }

    DataTableSpec specWithDomains() {
        final DataTableSpecCreator table = new DataTableSpecCreator(m_spec);
        for (int i = 0; i < m_lower.length; i++) {
            final DataColumnSpecCreator column = new DataColumnSpecCreator(m_spec.getColumnSpec(i));
            final DataColumnDomainCreator domain = new DataColumnDomainCreator(m_lower[i], m_upper[i]);
            domain.setValues(m_values.get(i));
            column.setDomain(domain.createDomain());
            table.replaceColumn(i, column.createSpec());
        }
        return table.createSpec();
    }
}
