package org.knime.core.node;

import java.util.function.Supplier;

/** Where a node reports its progress and learns that it was cancelled. */
public interface NodeProgressMonitor {

    /** @throws CanceledExecutionException if the user cancelled */
    void checkCanceled() throws CanceledExecutionException;

    /** @param progress the share of the work that is done, 0 to 1 */
    void setProgress(double progress);

    /** @return the share of the work that is done, 0 to 1; null if unknown */
    Double getProgress();

    /**
     * @param progress the share of the work that is done, 0 to 1
     * @param message what is being done
     */
    void setProgress(double progress, String message);

    /**
     * @param progress the share of the work that is done, 0 to 1
     * @param message what is being done
     */
    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /** @param message what is being done */
    void setMessage(String message);
}
