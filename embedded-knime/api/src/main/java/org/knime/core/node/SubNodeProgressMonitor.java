package org.knime.core.node;

/** Reports the progress of a part: 0 to 1 here moves the parent by at most a given share. */
final class SubNodeProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor m_parent;

    private final double m_share;

    private double m_progress;

    SubNodeProgressMonitor(final NodeProgressMonitor parent, final double share) {
        m_parent = parent;
        m_share = share;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        m_parent.checkCanceled();
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
        m_parent.setMessage(message);
    }
}
