package org.knime.core.data;

/** Name, type, domain and properties of a column. */
public final class DataColumnSpec {

    private final String m_name;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain,
        final DataColumnProperties properties) {
        m_name = name;
        m_type = type;
        m_domain = domain;
        m_properties = properties;
    }

    /** @return the name */
    public String getName() {
        return m_name;
    }

    /** @return the type */
    public DataType getType() {
        return m_type;
    }

    /** @return the domain */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /** @return texts that the column carries along */
    public DataColumnProperties getProperties() {
        return m_properties;
    }

    /**
     * @param cspec another column
     * @return whether name and type are the same
     */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec != null && m_name.equals(cspec.m_name) && m_type.equals(cspec.m_type);
    }

    @Override
    public boolean equals(final Object o) {
        return this == o || o instanceof DataColumnSpec s && equalStructure(s) && m_domain.equals(s.m_domain)
            && m_properties.equals(s.m_properties);
    }

    @Override
    public int hashCode() {
        return m_name.hashCode() ^ m_type.hashCode();
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ")";
    }
}
