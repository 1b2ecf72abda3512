package org.geco.embedded.parameters;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores an object of a class in the very settings it is given. */
record WholeCodec(ClassCodec content) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        content.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return content.load(settings);
    }

    @Override
    public List<String> keys() {
        return content.fields().stream().flatMap(field -> field.codec().keys().stream()).toList();
    }
}
