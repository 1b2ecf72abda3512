package org.knime.core.node;

import org.knime.core.node.config.base.ConfigBaseWO;

/** The settings of a node, to write. */
public interface NodeSettingsWO extends ConfigBaseWO {

    /**
     * @param key the key
     * @return new sub-settings
     */
    NodeSettingsWO addNodeSettings(String key);
}
