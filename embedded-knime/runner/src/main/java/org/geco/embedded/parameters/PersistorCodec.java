package org.geco.embedded.parameters;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** A field stored by a class of the node's own. */
record PersistorCodec(NodeParametersPersistor<Object> persistor) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        persistor.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return persistor.load(settings);
    }

    @Override
    public List<String> keys() {
        return Arrays.stream(persistor.getConfigPaths()).filter(path -> path.length > 0).map(path -> path[0])
            .distinct().toList();
    }
}
