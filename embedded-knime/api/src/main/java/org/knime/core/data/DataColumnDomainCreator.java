package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains. */
public class DataColumnDomainCreator {

    private DataCell m_lower;

    private DataCell m_upper;

    private Set<DataCell> m_values;

    /** Nothing is known. */
    public DataColumnDomainCreator() {
        // nothing to set
    }

    /**
     * @param lowerBound or null
     * @param upperBound or null
     */
    public DataColumnDomainCreator(final DataCell lowerBound, final DataCell upperBound) {
        m_lower = lowerBound;
        m_upper = upperBound;
    }

    /** @param values the possible values, null if not known */
    public final void setValues(final Set<? extends DataCell> values) {
        m_values = values == null ? null : new LinkedHashSet<>(values);
    }

    /** @return the domain */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_lower, m_upper, m_values);
    }
}
