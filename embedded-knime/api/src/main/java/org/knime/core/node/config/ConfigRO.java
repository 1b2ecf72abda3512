package org.knime.core.node.config;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings to read, with sub-settings. */
public interface ConfigRO extends ConfigBaseRO {

    /**
     * @param key a key
     * @return the sub-settings
     * @throws InvalidSettingsException if there are none
     */
    Config getConfig(String key) throws InvalidSettingsException;
}
