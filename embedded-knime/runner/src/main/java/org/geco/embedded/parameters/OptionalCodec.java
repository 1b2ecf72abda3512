package org.geco.embedded.parameters;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** An optional value: a placeholder stands under the key when it is absent, and a second key tells. */
record OptionalCodec(String key, LeafType type) implements Codec {

    private String presenceKey() {
        return key + "_is_present";
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final var content = (Optional<?>)value;
        type.saver().save(settings, key, content.isPresent() ? content.get() : type.empty());
        settings.addBoolean(presenceKey(), content.isPresent());
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        // like KNIME: settings from before the value became optional have no second key
        if (settings.getBoolean(presenceKey(), true)) {
            return Optional.ofNullable(type.loader().load(settings, key));
        }
        return Optional.empty();
    }

    @Override
    public List<String> keys() {
        return List.of(key, presenceKey());
    }
}
