package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Bounds and possible values of a column, as far as they are known. */
public final class DataColumnDomain {

    private final DataCell m_lower;

    private final DataCell m_upper;

    private final Set<DataCell> m_values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<DataCell> values) {
        m_lower = present(lower);
        m_upper = present(upper);
        m_values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    private static DataCell present(final DataCell cell) {
        return cell == null || cell.isMissing() ? null : cell;
    }

    /** @return the possible values, null if they are not known */
    public Set<DataCell> getValues() {
        return m_values;
    }

    /** @return whether the possible values are known */
    public boolean hasValues() {
        return m_values != null;
    }

    /** @return the lower bound, null if not known */
    public DataCell getLowerBound() {
        return m_lower;
    }

    /** @return the upper bound, null if not known */
    public DataCell getUpperBound() {
        return m_upper;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnDomain d && Objects.equals(m_lower, d.m_lower)
            && Objects.equals(m_upper, d.m_upper) && Objects.equals(m_values, d.m_values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_lower, m_upper, m_values);
    }

    @Override
    public String toString() {
        return "lower=" + m_lower + ",upper=" + m_upper + ",values=" + m_values;
    }
}
