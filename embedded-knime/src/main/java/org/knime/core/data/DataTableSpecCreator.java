package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes table specs. */
public final class DataTableSpecCreator {

    private String m_name;

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private final Map<String, String> m_properties = new LinkedHashMap<>();

    /** No columns yet. */
    public DataTableSpecCreator() {
        // nothing to set
    }

    /** @param spec the spec to start with */
    public DataTableSpecCreator(final DataTableSpec spec) {
        m_name = spec.getName();
        addColumns(spec);
        m_properties.putAll(spec.getProperties());
    }

    /**
     * @param index from 0
     * @param colSpec the new column
     * @return this
     */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec colSpec) {
        m_columns.set(index, Objects.requireNonNull(colSpec, "Column spec must not be null"));
        return this;
    }

    /**
     * @param columns more columns
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        for (final DataColumnSpec c : columns) {
            m_columns.add(Objects.requireNonNull(c, "Column spec must not be null"));
        }
        return this;
    }

    /**
     * @param fromSpec its columns are added
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataTableSpec fromSpec) {
        fromSpec.forEach(m_columns::add);
        return this;
    }

    /**
     * @param name the table's name
     * @return this
     */
    public DataTableSpecCreator setName(final String name) {
        m_name = name;
        return this;
    }

    /**
     * @param properties annotations
     * @return this
     */
    public DataTableSpecCreator putProperties(final Map<String, String> properties) {
        m_properties.putAll(properties);
        return this;
    }

    /**
     * @param key the key
     * @param value the annotation
     * @return this
     */
    public DataTableSpecCreator putProperty(final String key, final String value) {
        m_properties.put(key, value);
        return this;
    }

    /** @return this, nothing being known of the columns' values any more */
    public DataTableSpecCreator dropAllDomains() {
        m_columns.replaceAll(c -> {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(c);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    /** @return this without columns */
    public DataTableSpecCreator dropAllColumns() {
        m_columns.clear();
        return this;
    }

    /** @return the spec */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns.toArray(DataColumnSpec[]::new), m_properties);
    }
}
