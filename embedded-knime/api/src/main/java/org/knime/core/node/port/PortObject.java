package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What flows through a port. */
public interface PortObject {

    /** @return one line about the object */
    String getSummary();

    /** @return what is known of the object before it exists */
    PortObjectSpec getSpec();

    /** @return Swing views, may be none */
    JComponent[] getViews();

    /**
     * Writes and reads port objects.
     *
     * @param <T> the objects' class
     */
    abstract class PortObjectSerializer<T extends PortObject> {

        /**
         * @param portObject the object
         * @param out where to write
         * @param exec for progress and cancellation
         * @throws IOException if writing fails
         * @throws CanceledExecutionException if the user cancelled
         */
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        /**
         * @param in where to read
         * @param spec the object's spec
         * @param exec for progress and cancellation
         * @return the object
         * @throws IOException if reading fails
         * @throws CanceledExecutionException if the user cancelled
         */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
