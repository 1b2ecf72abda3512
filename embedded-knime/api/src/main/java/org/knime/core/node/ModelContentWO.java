package org.knime.core.node;

import org.knime.core.node.config.base.ConfigBaseWO;

/** The content of a model, to write. */
public interface ModelContentWO extends ConfigBaseWO {
}
