package org.geco.embedded.parameters;

import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A field that is a parameters class itself: a config under the field's key. */
record GroupCodec(String key, ClassCodec content) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        content.save(value, settings.addNodeSettings(key));
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return content.load(settings.getNodeSettings(key));
    }

    @Override
    public List<String> keys() {
        return List.of(key);
    }

    @Override
    public void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        if (settings.containsKey(key)) {
            content.reportUnknown(settings.getNodeSettings(key), path + key + "/", unknown);
        }
    }
}
