package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node's progress has changed. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private final transient NodeProgress m_progress;

    /**
     * @param source whose progress it is
     * @param progress the progress
     */
    public NodeProgressEvent(final Object source, final NodeProgress progress) {
        super(source);
        m_progress = progress;
    }

    /** @return the progress */
    public NodeProgress getNodeProgress() {
        return m_progress;
    }
}
