package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Table specs in settings. */
final class DataTableSpecConfig {

    private static final String CFG_NAME = "spec_name";

    private static final String CFG_COUNT = "number_columns";

    private static final String CFG_COLUMN = "column_spec_";

    private static final String CFG_PROPERTIES = "spec_properties";

    private DataTableSpecConfig() {
    }

    static void save(final DataTableSpec spec, final ConfigWO config) {
        config.addString(CFG_NAME, spec.getName());
        config.addInt(CFG_COUNT, spec.getNumColumns());
        for (int i = 0; i < spec.getNumColumns(); i++) {
            spec.getColumnSpec(i).save(config.addConfig(CFG_COLUMN + i));
        }
        if (!spec.getProperties().isEmpty()) {
            final Config properties = config.addConfig(CFG_PROPERTIES);
            spec.getProperties().forEach((key, value) -> {
                final Config property = properties.addConfig("prop-" + properties.keySet().size());
                property.addString("key", key);
                property.addString("value", value);
            });
        }
    }

    static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final DataColumnSpec[] columns = new DataColumnSpec[config.getInt(CFG_COUNT)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = DataColumnSpec.load(config.getConfig(CFG_COLUMN + i));
        }
        final Map<String, String> map = new LinkedHashMap<>();
        if (config.containsKey(CFG_PROPERTIES)) {
            final Config properties = config.getConfig(CFG_PROPERTIES);
            for (final String key : properties.keySet()) {
                final Config property = properties.getConfig(key);
                map.put(property.getString("key"), property.getString("value"));
            }
        }
        return new DataTableSpec(config.getString(CFG_NAME), columns, map);
    }
}
