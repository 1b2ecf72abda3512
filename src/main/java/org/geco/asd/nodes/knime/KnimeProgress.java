package org.geco.asd.nodes.knime;

import java.util.concurrent.CancellationException;

import org.geco.asd.common.ProgressMonitor;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Shows the progress of an algorithm in KNIME and passes the user's wish to cancel on to it. */
public final class KnimeProgress implements ProgressMonitor {
    private final ExecutionMonitor m_monitor;

    /** @param monitor KNIME's monitor of the node, or of a part of its work */
    public KnimeProgress(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    @Override
    public void report(final double fraction, final String message) {
        m_monitor.setProgress(Math.min(1, Math.max(0, fraction)), message);
    }

    @Override
    public void checkCanceled() {
        try {
            m_monitor.checkCanceled();
        } catch (CanceledExecutionException e) {
            final CancellationException cancelled = new CancellationException(e.getMessage());
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
