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
