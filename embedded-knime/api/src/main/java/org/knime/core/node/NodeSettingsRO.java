package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to be read. */
public interface NodeSettingsRO extends ConfigRO {

    /**
     * @param key the key
     * @return the sub-settings
     * @throws InvalidSettingsException if there are none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /** @param dest receives a deep copy of all entries */
    void copyTo(ConfigWO dest);
}
