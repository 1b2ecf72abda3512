package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that is stored as settings. Needs a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    private static final String CONTENT = "content.xml";

    private static final String CLASS = "class_name";

    private static final String MODEL = "model";

    /** Made by subclasses. */
    protected AbstractSimplePortObjectSpec() {
        // nothing to set
    }

    /** @param model receives the content */
    protected abstract void save(ModelContentWO model);

    /**
     * @param model holds the content
     * @throws InvalidSettingsException if something is missing
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    /**
     * Writes and reads these specs.
     *
     * @param <T> their class
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        @Override
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final ZipEntry entry = in.getNextEntry();
            if (entry == null || !CONTENT.equals(entry.getName())) {
                throw new IOException("Expected zip entry " + CONTENT + ", got "
                    + (entry == null ? "nothing" : entry.getName()));
            }
            try {
                return load(ModelContent.loadFromXML(new FilterInputStream(in) {
                    @Override
                    public void close() {
                        // the stream belongs to the caller
                    }
                }));
            } catch (final InvalidSettingsException e) {
                throw new IOException("Unable to load model content into a spec: " + e.getMessage(), e);
            }
        }

        @SuppressWarnings("unchecked")
        private T load(final ModelContentRO content) throws IOException, InvalidSettingsException {
            final String name = content.getString(CLASS);
            try {
                final T spec = (T)Class.forName(name, true, getClass().getClassLoader())
                    .asSubclass(AbstractSimplePortObjectSpec.class).getConstructor().newInstance();
                ((AbstractSimplePortObjectSpec)spec).load(content.getModelContent(MODEL));
                return spec;
            } catch (final ReflectiveOperationException e) {
                throw new IOException("Failed to instantiate class \"" + name
                    + "\" (failed to invoke public no-arg constructor): " + e.getMessage(), e);
            }
        }

        @Override
        public void savePortObjectSpec(final T portObject, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ModelContent content = new ModelContent("model.xml");
            content.addString(CLASS, portObject.getClass().getName());
            ((AbstractSimplePortObjectSpec)portObject).save(content.addModelContent(MODEL));
            out.putNextEntry(new ZipEntry(CONTENT));
            content.saveToXML(out);
        }
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent("ignored");
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object o) {
        return this == o || o != null && getClass() == o.getClass()
            && content().equals(((AbstractSimplePortObjectSpec)o).content());
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
