package org.knime.core.data;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Name, type, domain and annotations of a column. */
public final class DataColumnSpec {

    private final String m_name;

    private final List<String> m_elementNames;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final List<String> elementNames, final DataType type,
        final DataColumnDomain domain, final DataColumnProperties properties) {
        m_name = name;
        m_elementNames = elementNames;
        m_type = type;
        m_domain = domain;
        m_properties = properties;
    }

    /** @return the name */
    public String getName() {
        return m_name;
    }

    /** @return the names of a collection's elements; otherwise the column's name */
    public List<String> getElementNames() {
        return m_elementNames;
    }

    /** @return the type */
    public DataType getType() {
        return m_type;
    }

    /** @return the domain */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /** @return the annotations */
    public DataColumnProperties getProperties() {
        return m_properties;
    }

    /**
     * @param cspec another column
     * @return whether it has the same name and a type that is a super type of this column's
     */
    public boolean isCompatibleWith(final DataColumnSpec cspec) {
        return m_name.equals(cspec.m_name) && cspec.m_type.isASuperTypeOf(m_type);
    }

    /**
     * @param cspec another column
     * @return whether name and type are the same
     */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec != null && m_name.equals(cspec.m_name) && m_type.equals(cspec.m_type);
    }

    /** @param config receives the spec */
    public void save(final ConfigWO config) {
        config.addString("column_name", m_name);
        if (!m_elementNames.equals(List.of(m_name))) {
            config.addStringArray("element_names", m_elementNames.toArray(String[]::new));
        }
        m_type.save(config.addConfig("column_type"));
        m_domain.save(config.addConfig("column_domain"));
        m_properties.save(config.addConfig("column_properties"));
        config.addConfig("meta_data");
    }

    /**
     * @param config holds a spec
     * @return the spec
     * @throws InvalidSettingsException if something is missing or the type isn't known
     */
    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final String name = config.getString("column_name");
        return new DataColumnSpec(name, List.of(config.getStringArray("element_names", name)),
            DataType.load(config.getConfig("column_type")), DataColumnDomain.load(config.getConfig("column_domain")),
            DataColumnProperties.load(config.getConfig("column_properties")));
    }

    @Override
    public boolean equals(final Object o) {
        return this == o || o instanceof DataColumnSpec s && equalStructure(s)
            && m_elementNames.equals(s.m_elementNames) && m_domain.equals(s.m_domain)
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
