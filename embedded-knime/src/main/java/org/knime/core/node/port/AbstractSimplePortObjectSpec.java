package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that is a settings tree. Subclasses have a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    /** Used by subclasses and when a spec is read. */
    public AbstractSimplePortObjectSpec() {
        // nothing to set
    }

    /** @param model receives the content */
    protected abstract void save(ModelContentWO model);

    /**
     * @param model the content
     * @throws InvalidSettingsException if it can't be used
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    /**
     * Writes and reads these specs.
     *
     * @param <T> the specs' class
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        @Override
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            try {
                return loadPortObjectSpecFromModelSettings(PortObjectInstances.content(in, "content.xml"));
            } catch (final ReflectiveOperationException e) {
                throw new IOException("Unable to load the spec: " + e.getMessage(), e);
            }
        }

        @Override
        public void savePortObjectSpec(final T portObject, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ModelContent model = new ModelContent("model.xml");
            savePortObjectSpecToModelSettings(portObject, model);
            out.putNextEntry(new ZipEntry("content.xml"));
            model.saveToXML(out);
        }

        /**
         * @param model holds a spec
         * @param <T> its class
         * @return the spec
         * @throws IOException if it can't be used
         * @throws ClassNotFoundException in KNIME, if its class isn't known
         * @throws InstantiationException in KNIME, if it can't be made
         * @throws IllegalAccessException in KNIME, if its constructor isn't public
         */
        @SuppressWarnings("unchecked")
        public static <T extends AbstractSimplePortObjectSpec> T loadPortObjectSpecFromModelSettings(
            final ModelContentRO model)
            throws IOException, ClassNotFoundException, InstantiationException, IllegalAccessException {
            final String name = PortObjectInstances.className(model);
            final Class<? extends PortObjectSpec> type = PortTypeRegistry.getInstance().getSpecClass(name)
                .orElseThrow(() -> new IOException("Unable to load class " + name));
            final AbstractSimplePortObjectSpec result =
                PortObjectInstances.create(type, AbstractSimplePortObjectSpec.class);
            try {
                result.load(model.getModelContent("model"));
            } catch (final InvalidSettingsException e) {
                throw new IOException("Unable to load model content into \"" + type.getSimpleName() + "\": "
                    + e.getMessage(), e);
            }
            return (T)result;
        }

        /**
         * @param spec the spec
         * @param model receives it
         * @param <T> its class
         */
        public static <T extends AbstractSimplePortObjectSpec> void savePortObjectSpecToModelSettings(final T spec,
            final ModelContentWO model) {
            model.addInt("version", 1);
            model.addString("class_name", spec.getClass().getName());
            ((AbstractSimplePortObjectSpec)spec).save(model.addModelContent("model"));
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
            && content().isIdentical(((AbstractSimplePortObjectSpec)o).content());
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
