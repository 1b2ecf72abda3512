package org.geco.embedded.parameters;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Stores the objects of a parameters class.
 *
 * @param type the class
 * @param fields its stored fields, those of superclasses first
 */
record ClassCodec(Class<?> type, List<FieldCodec> fields) {

    void save(final Object value, final NodeSettingsWO settings) {
        for (final var field : fields) {
            field.codec().save(field.get(value), settings);
        }
    }

    Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var value = Instances.create(type);
        for (final var field : fields) {
            field.set(value, field.codec().load(settings));
        }
        return value;
    }

    void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        final var known = new HashSet<String>();
        for (final var field : fields) {
            known.addAll(field.codec().keys());
            field.codec().reportUnknown(settings, path, unknown);
        }
        for (final var key : settings.keySet()) {
            if (!known.contains(key)) {
                unknown.add(path + key);
            }
        }
    }
}
