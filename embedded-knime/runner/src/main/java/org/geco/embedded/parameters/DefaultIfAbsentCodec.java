package org.geco.embedded.parameters;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A field that keeps its default when settings from an earlier version don't have it. */
record DefaultIfAbsentCodec(Codec codec, Supplier<Object> defaultValue) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        codec.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return codec.keys().stream().anyMatch(settings::containsKey) ? codec.load(settings) : defaultValue.get();
    }

    @Override
    public List<String> keys() {
        return codec.keys();
    }

    @Override
    public void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        codec.reportUnknown(settings, path, unknown);
    }
}
