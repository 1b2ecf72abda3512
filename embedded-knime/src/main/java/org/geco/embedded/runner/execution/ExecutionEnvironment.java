package org.geco.embedded.runner.execution;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/** What an execution needs of the implementation of tables, file stores and port objects. */
public interface ExecutionEnvironment extends AutoCloseable {

    /**
     * @param progress takes the node's progress
     * @param cancellation asks the node to stop
     * @return the context for one execution of one node
     */
    ExecutionContext createContext(ProgressListener progress, Cancellation cancellation);

    /**
     * Saves a port object and loads it again, so that an object that only works in memory fails here and not at users.
     *
     * @param object what a node delivered
     * @param exec the context it was made in
     * @return its loaded copy, or the object itself if its kind needs no such test
     * @throws IOException if saving or loading fails
     * @throws CanceledExecutionException if the run was cancelled meanwhile
     */
    PortObject saveAndLoad(PortObject object, ExecutionContext exec) throws IOException, CanceledExecutionException;

    /** Frees everything that the execution holds. */
    @Override
    void close();

    /** Takes a node's progress. */
    @FunctionalInterface
    interface ProgressListener {

        /**
         * @param fraction how much is done, 0 to 1
         * @param message what is being done; may be null
         */
        void progress(double fraction, String message);
    }
}
