package org.knime.core.node.workflow;

import java.util.EventListener;

/** Hears of a node's progress. */
@FunctionalInterface
public interface NodeProgressListener extends EventListener {

    /** @param pe the progress */
    void progressChanged(NodeProgressEvent pe);
}
