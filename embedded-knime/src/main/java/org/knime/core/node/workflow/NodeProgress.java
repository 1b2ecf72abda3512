package org.knime.core.node.workflow;

/** The progress of a node: 0 to 1 or null, and a message or null. */
public final class NodeProgress {

    private final Double m_progress;

    private final String m_message;

    /**
     * @param progress 0 to 1, or null if unknown
     * @param message what is being done, or null
     */
    public NodeProgress(final Double progress, final String message) {
        m_progress = progress;
        m_message = message;
    }

    /** @return whether the progress is known */
    public boolean hasProgress() {
        return m_progress != null;
    }

    /** @return 0 to 1, or null if unknown */
    public Double getProgress() {
        return m_progress;
    }

    /** @return what is being done, or null */
    public String getMessage() {
        return m_message;
    }

    /** @return whether there is a message */
    public boolean hasMessage() {
        return m_message != null;
    }
}
