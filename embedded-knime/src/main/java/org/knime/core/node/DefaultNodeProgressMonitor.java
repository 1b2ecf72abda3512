package org.knime.core.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/** Keeps progress, message and cancellation of one node. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private final List<NodeProgressListener> m_listeners = new CopyOnWriteArrayList<>();

    private volatile boolean m_canceled;

    private Double m_progress;

    private String m_message;

    /** Nobody listens yet. */
    public DefaultNodeProgressMonitor() {
        // nothing to set
    }

    /** @param l hears of every change */
    public DefaultNodeProgressMonitor(final NodeProgressListener l) {
        m_listeners.add(l);
    }

    @Override
    public synchronized void reset() {
        m_canceled = false;
        m_progress = null;
        m_message = null;
    }

    /** @return whether the node was cancelled */
    protected boolean isCanceled() {
        return m_canceled;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        // an interrupt counts as a cancellation, as in KNIME
        if (m_canceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
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

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    private void keepProgress(final double progress) {
        if (progress >= 0) { // NaN and negative values are ignored
            m_progress = Math.min(progress, 1);
        }
    }

    private void tell() {
        final NodeProgressEvent event = new NodeProgressEvent(this, new NodeProgress(m_progress, m_message));
        m_listeners.forEach(l -> l.progressChanged(event));
    }

    @Override
    public synchronized Double getProgress() {
        return m_progress;
    }

    @Override
    public synchronized String getMessage() {
        return m_message;
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        m_listeners.add(l);
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        m_listeners.remove(l);
    }

    @Override
    public void removeAllProgressListener() {
        m_listeners.clear();
    }
}
