package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;

/** Holds a number of any kind. */
abstract class NumberCell extends DataCell implements DoubleValue, BoundedValue {

    private static final long serialVersionUID = 1L;

    private final Number m_number;

    NumberCell(final Number number) {
        m_number = number;
    }

    final Number number() {
        return m_number;
    }

    @Override
    public final double getDoubleValue() {
        return m_number.doubleValue();
    }

    @Override
    protected final boolean equalsDataCell(final DataCell dc) {
        return m_number.equals(((NumberCell)dc).m_number);
    }

    @Override
    public final int hashCode() {
        return m_number.hashCode();
    }

    @Override
    public final String toString() {
        return m_number.toString();
    }
}
