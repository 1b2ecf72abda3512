package org.knime.core.data;

import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.core.EmbeddedExtensions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Types in settings, by the name of the cell class. */
final class DataTypeConfig {

    private static final String CFG_CELL = "cell_class";

    private static final String CFG_VALUES = "value_classes";

    private static final String CFG_ELEMENT = "collection_element_type";

    private DataTypeConfig() {
    }

    static void save(final DataType type, final ConfigWO config) {
        if (type.isCollectionType()) {
            type.getCollectionElementType().save(config.addConfig(CFG_ELEMENT));
        }
        if (type.getCellClass() == null) {
            config.addString(CFG_CELL, null);
            config.addBoolean("has_pref_value_class", true);
            config.addStringArray(CFG_VALUES, type.getValueClasses().stream().map(Class::getName)
                .toArray(String[]::new));
        } else {
            config.addString(CFG_CELL, type.getCellClass().getName());
        }
    }

    static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final DataType element =
            config.containsKey(CFG_ELEMENT) ? DataType.load(config.getConfig(CFG_ELEMENT)) : null;
        final String name = config.getString(CFG_CELL);
        if (name != null) {
            final Class<? extends DataCell> cell = DataTypeRegistry.getInstance().getCellClass(name).orElseThrow(
                () -> new InvalidSettingsException("Data cell implementation '" + name + "' not found."));
            return DataType.getType(cell, element);
        }
        final List<Class<? extends DataValue>> values = new ArrayList<>();
        for (final String value : config.getStringArray(CFG_VALUES)) {
            values.add(valueClass(value));
        }
        return DataType.createNonNativeType(values, element, List.of());
    }

    private static Class<? extends DataValue> valueClass(final String name) throws InvalidSettingsException {
        return EmbeddedExtensions.cellClasses().stream().flatMap(c -> ValueClasses.of(c).stream())
            .filter(v -> v.getName().equals(name)).findFirst()
            .orElseThrow(() -> new InvalidSettingsException("Data value class '" + name + "' not found."));
    }
}
