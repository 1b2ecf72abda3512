package org.knime.core.node;

import java.util.Objects;
import java.util.function.Supplier;

/** Progress and cancellation for one part of a node's work. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    /** @param progress receives the progress */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        m_progress = Objects.requireNonNull(progress, "Progress monitor must not be null.");
    }

    /** @throws CanceledExecutionException if the user cancelled */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    /**
     * @param progress the share of the work that is done, 0 to 1
     * @param message what is being done
     */
    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    /**
     * @param progress the share of the work that is done, 0 to 1
     * @param messageSupplier says what is being done
     */
    public void setProgress(final double progress, final Supplier<String> messageSupplier) {
        m_progress.setProgress(progress, messageSupplier);
    }

    /**
     * @param maxProg the share of this monitor's work that the part makes up
     * @return a monitor for the part, with its own 0 to 1
     */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(new DefaultNodeProgressMonitor.SubNodeProgressMonitor(m_progress, maxProg));
    }
}
