package org.geco.embedded.parameters;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A value under one key. */
record LeafCodec(String key, LeafType type) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        type.saver().save(settings, key, value);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return type.loader().load(settings, key);
    }

    @Override
    public List<String> keys() {
        return List.of(key);
    }
}
