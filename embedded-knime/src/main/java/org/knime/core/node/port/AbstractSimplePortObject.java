package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object that is a settings tree. Subclasses have a public constructor without arguments. */
public abstract class AbstractSimplePortObject implements PortObject {

    /** Used by subclasses and when an object is read. */
    public AbstractSimplePortObject() {
        // nothing to set
    }

    /**
     * @param model receives the content
     * @param exec for progress and cancellation
     * @throws CanceledExecutionException if the user cancelled
     */
    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    /**
     * @param model the content
     * @param spec the object's spec
     * @param exec for progress and cancellation
     * @throws InvalidSettingsException if the content can't be used
     * @throws CanceledExecutionException if the user cancelled
     */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    /**
     * Writes and reads these objects.
     *
     * @param <T> the objects' class
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends PortObjectSerializer<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final ModelContentRO model = PortObjectInstances.content(in, "content.xml");
            final AbstractSimplePortObject result =
                PortObjectInstances.create(PortObjectInstances.objectClass(model), AbstractSimplePortObject.class);
            try {
                result.load(model.getModelContent("model"), spec, exec);
            } catch (final InvalidSettingsException e) {
                throw new IOException("Unable to load model content into \"" + result.getClass().getSimpleName()
                    + "\": " + e.getMessage(), e);
            }
            return (T)result;
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final ModelContent model = new ModelContent("model.xml");
            model.addInt("version", 1);
            model.addString("class_name", portObject.getClass().getName());
            ((AbstractSimplePortObject)portObject).save(model.addModelContent("model"), exec);
            out.putNextEntry(new ZipEntry("content.xml"));
            model.saveToXML(out);
        }
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent("ignored");
        try {
            save(content, new ExecutionMonitor());
        } catch (final CanceledExecutionException e) {
            throw new IllegalStateException(e); // nobody can cancel it
        }
        return content;
    }

    @Override
    public boolean equals(final Object o) {
        return this == o || o != null && getClass() == o.getClass()
            && content().isIdentical(((AbstractSimplePortObject)o).content());
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
