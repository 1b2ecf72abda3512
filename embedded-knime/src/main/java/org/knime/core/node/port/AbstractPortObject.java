package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import org.knime.core.data.util.NonClosableOutputStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** A port object that writes its own zip entries. Subclasses have a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {

    /** Used by subclasses and when an object is read. */
    public AbstractPortObject() {
        // nothing to set
    }

    /**
     * @param out where to write zip entries
     * @param exec for progress and cancellation
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if the user cancelled
     */
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * @param in where to read the zip entries
     * @param spec the object's spec
     * @param exec for progress and cancellation
     * @throws IOException if reading fails
     * @throws CanceledExecutionException if the user cancelled
     */
    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * Writes and reads these objects.
     *
     * @param <T> the objects' class
     */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
        extends PortObjectSerializer<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final ModelContentRO meta = PortObjectInstances.content(in, "meta.xml");
            final AbstractPortObject result =
                PortObjectInstances.create(PortObjectInstances.objectClass(meta), AbstractPortObject.class);
            result.load(in, spec, exec);
            return (T)result;
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            out.putNextEntry(new ZipEntry("meta.xml"));
            final ModelContent meta = new ModelContent("meta.xml");
            meta.addInt("version", 1);
            meta.addString("class_name", portObject.getClass().getName());
            meta.saveToXML(new NonClosableOutputStream.Zip(out));
            portObject.save(out, exec);
        }
    }
}
