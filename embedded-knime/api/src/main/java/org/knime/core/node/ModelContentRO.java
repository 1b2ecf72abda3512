package org.knime.core.node;

import org.knime.core.node.config.base.ConfigBaseRO;

/** The content of a model, to be read. */
public interface ModelContentRO extends ConfigBaseRO {

    /**
     * @param key the key
     * @return the sub-content
     * @throws InvalidSettingsException if there is none
     */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
