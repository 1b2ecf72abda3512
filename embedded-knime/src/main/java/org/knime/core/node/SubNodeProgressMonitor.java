package org.knime.core.node;

import org.knime.core.node.workflow.NodeProgressListener;

/** Reports the progress of a part: 0 to 1 here moves the parent by at most a given share. */
final class SubNodeProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor m_parent;

    private final double m_share;

    private final boolean m_silent;

    private final boolean m_cancelable;

    private double m_progress;

    private String m_message;

    SubNodeProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent,
        final boolean cancelable) {
        m_parent = parent;
        m_share = share;
        m_silent = silent;
        m_cancelable = cancelable;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_cancelable) {
            m_parent.checkCanceled();
        }
    }

    @Override
    public void setProgress(final double progress) {
        // several parts may move one parent at the same time
        synchronized (m_parent) {
            if (progress >= 0) {
                final double now = Math.min(progress, 1);
                final double before = m_parent.getProgress() == null ? 0 : m_parent.getProgress();
                m_parent.setProgress(Math.min(1, before + (now - m_progress) * m_share));
                m_progress = now;
            }
        }
    }

    @Override
    public Double getProgress() {
        return m_progress;
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setMessage(message);
        setProgress(progress);
    }

    @Override
    public void setMessage(final String message) {
        m_message = message;
        if (!m_silent) {
            m_parent.setMessage(message);
        }
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public String getMessage() {
        return m_message;
    }

    @Override
    public void setExecuteCanceled() {
        m_parent.setExecuteCanceled();
    }

    @Override
    public void reset() {
        throw new IllegalStateException("The progress of a part can't be reset.");
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        m_parent.addProgressListener(l);
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        m_parent.removeProgressListener(l);
    }

    @Override
    public void removeAllProgressListener() {
        throw new IllegalStateException("The listeners of the whole can't be removed from a part.");
    }
}
