package org.knime.core.data;

import java.util.List;
import java.util.Objects;

/** Makes column specs. */
public final class DataColumnSpecCreator {

    private String m_name;

    private List<String> m_elementNames;

    private DataType m_type;

    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties m_properties = new DataColumnProperties();

    /**
     * @param name the column's name; spaces around it are cut off
     * @param type the column's type
     */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /** @param cspec the spec to start with */
    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        this(cspec.getName(), cspec.getType());
        m_elementNames = cspec.getElementNames().equals(List.of(m_name)) ? null : cspec.getElementNames();
        m_domain = cspec.getDomain();
        m_properties = cspec.getProperties();
    }

    /** @param name the column's name; spaces around it are cut off */
    public void setName(final String name) {
        final String trimmed = Objects.requireNonNull(name, "Name of column spec must not be null.").trim();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("Column name must not be empty");
        }
        m_name = trimmed;
    }

    /** @param elNames the names of a collection's elements */
    public void setElementNames(final String[] elNames) {
        m_elementNames = elNames == null ? null : List.of(elNames);
    }

    /** @param type the column's type */
    public void setType(final DataType type) {
        m_type = Objects.requireNonNull(type, "Type of column spec must not be null.");
    }

    /** @return the column's type */
    public DataType getType() {
        return m_type;
    }

    /** @param domain what is known of the values, null for nothing */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** @param props the annotations, null for none */
    public void setProperties(final DataColumnProperties props) {
        m_properties = props == null ? new DataColumnProperties() : props;
    }

    /** Removes colours, sizes and shapes: there are none here. */
    public void removeAllHandlers() {
        // there are none
    }

    /** @return the spec */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_elementNames == null ? List.of(m_name) : m_elementNames, m_type, m_domain,
            m_properties);
    }
}
