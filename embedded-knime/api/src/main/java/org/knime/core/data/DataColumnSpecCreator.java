package org.knime.core.data;

import java.util.Map;
import java.util.Objects;

/** Makes column specs. */
public final class DataColumnSpecCreator {

    private String m_name;

    private DataType m_type;

    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties m_properties = new DataColumnProperties(Map.of());

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

    /** @param type the column's type */
    public void setType(final DataType type) {
        m_type = Objects.requireNonNull(type, "Type of column spec must not be null.");
    }

    /** @param domain what is known of the values, null for nothing */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** @param props texts that the column carries along, null for none */
    public void setProperties(final DataColumnProperties props) {
        m_properties = props == null ? new DataColumnProperties(Map.of()) : props;
    }

    /** @return the spec */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_type, m_domain, m_properties);
    }
}
