package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to write. */
public interface NodeSettingsWO extends ConfigWO {

    /**
     * @param key the key
     * @return new sub-settings
     */
    NodeSettingsWO addNodeSettings(String key);
}
