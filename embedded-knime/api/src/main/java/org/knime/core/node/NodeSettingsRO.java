package org.knime.core.node;

import org.knime.core.node.config.base.ConfigBaseRO;

/** The settings of a node, to be read. */
public interface NodeSettingsRO extends ConfigBaseRO {

    /**
     * @param key the key
     * @return the sub-settings
     * @throws InvalidSettingsException if there are none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}
