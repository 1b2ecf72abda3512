package org.geco.embedded.parameters;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Stores the objects of a parameters class.
 *
 * @param type the class
 * @param fields its fields in the order they are written
 * @param whole stores the object as a whole in place of its fields, if the class says so
 */
record ClassCodec(Class<?> type, List<FieldCodec> fields, Optional<Codec> whole) {

    void save(final Object value, final NodeSettingsWO settings) {
        if (whole.isPresent()) {
            whole.get().save(value, settings);
            return;
        }
        for (final var field : fields) {
            field.codec().save(field.get(value), settings);
        }
    }

    Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (whole.isPresent()) {
            return whole.get().load(settings);
        }
        final var value = Instances.create(type);
        for (final var field : fields) {
            field.set(value, field.codec().load(settings));
        }
        return value;
    }

    void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        if (whole.isPresent()) {
            return; // only the class knows what it reads
        }
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
