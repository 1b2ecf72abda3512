package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model, to write. */
public interface ModelContentWO extends ConfigWO {

    /**
     * @param key the key
     * @return new content inside this one
     */
    ModelContentWO addModelContent(String key);
}
