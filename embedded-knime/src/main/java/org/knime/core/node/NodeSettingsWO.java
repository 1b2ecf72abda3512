package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to be written. */
public interface NodeSettingsWO extends ConfigWO {

    /**
     * @param key the key
     * @return new, empty sub-settings
     */
    NodeSettingsWO addNodeSettings(String key);

    /** @param settings the sub-settings to put in */
    void addNodeSettings(NodeSettings settings);
}
