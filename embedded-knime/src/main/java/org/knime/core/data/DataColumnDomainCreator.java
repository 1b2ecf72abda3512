package org.knime.core.data;

import java.util.Arrays;
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

    /** @param copyFrom the domain to start with */
    public DataColumnDomainCreator(final DataColumnDomain copyFrom) {
        m_lower = copyFrom.getLowerBound();
        m_upper = copyFrom.getUpperBound();
        setValues(copyFrom.getValues());
    }

    /** @param values the possible values */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        setValues(values);
    }

    /** @param values the possible values */
    public DataColumnDomainCreator(final DataCell[] values) {
        setValues(new LinkedHashSet<>(Arrays.asList(values)));
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

    /** @param lower the lower bound, null if not known */
    public void setLowerBound(final DataCell lower) {
        m_lower = lower;
    }

    /** @param upper the upper bound, null if not known */
    public void setUpperBound(final DataCell upper) {
        m_upper = upper;
    }

    /** @return the domain */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_lower, m_upper, m_values);
    }
}
