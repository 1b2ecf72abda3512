package org.geco.embedded.parameters;

import java.util.List;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A field of type Void, which only shows something in the dialog. */
record NothingCodec() implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        // nothing to store
    }

    @Override
    public Object load(final NodeSettingsRO settings) {
        return null;
    }

    @Override
    public List<String> keys() {
        return List.of();
    }
}
