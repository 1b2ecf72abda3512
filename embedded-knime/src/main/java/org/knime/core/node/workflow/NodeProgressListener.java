package org.knime.core.node.workflow;

/** Hears of a node's progress. */
@FunctionalInterface
public interface NodeProgressListener {

    /** @param pe the progress */
    void progressChanged(NodeProgressEvent pe);
}
