package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings to write, with sub-settings. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * @param key the key
     * @return new sub-settings
     */
    Config addConfig(String key);
}
