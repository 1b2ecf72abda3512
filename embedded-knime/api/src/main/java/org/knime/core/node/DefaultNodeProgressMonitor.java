package org.knime.core.node;

/** Keeps progress, message and cancellation of one node. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private final Listener m_listener;

    private volatile boolean m_canceled;

    private Double m_progress;

    private String m_message;

    /** Hears of a node's progress. */
    @FunctionalInterface
    public interface Listener {

        /**
         * @param progress 0 to 1
         * @param message what is being done, or null
         */
        void changed(double progress, String message);
    }

    /** Reports the progress of a part: 0 to 1 here moves the parent by at most a given share. */
    static final class SubNodeProgressMonitor implements NodeProgressMonitor {

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

    /** Nobody listens. */
    public DefaultNodeProgressMonitor() {
        this((progress, message) -> { });
    }

    /** @param listener hears of every change */
    public DefaultNodeProgressMonitor(final Listener listener) {
        m_listener = listener;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        // an interrupt counts as a cancellation, as in KNIME
        if (m_canceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    /** From now on {@link #checkCanceled()} fails. */
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public synchronized void setProgress(final double progress, final String message) {
        keepProgress(progress);
        m_message = message;
        tell();
    }

    @Override
    public synchronized void setProgress(final double progress) {
        keepProgress(progress);
        tell();
    }

    @Override
    public synchronized void setMessage(final String message) {
        m_message = message;
        tell();
    }

    private void keepProgress(final double progress) {
        if (progress >= 0) { // NaN and negative values are ignored
            m_progress = Math.min(progress, 1);
        }
    }

    private void tell() {
        m_listener.changed(m_progress == null ? 0 : m_progress, m_message);
    }

    @Override
    public synchronized Double getProgress() {
        return m_progress;
    }
}
