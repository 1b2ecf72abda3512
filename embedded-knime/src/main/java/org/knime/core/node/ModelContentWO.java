package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model, to be written. */
public interface ModelContentWO extends ConfigWO {

    /**
     * @param key the key
     * @return new, empty sub-content
     */
    ModelContentWO addModelContent(String key);

    /** @param modelContent the sub-content to put in */
    void addModelContent(ModelContent modelContent);
}
