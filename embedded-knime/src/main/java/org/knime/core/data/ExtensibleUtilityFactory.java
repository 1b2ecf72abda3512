package org.knime.core.data;

import java.util.Collection;

import org.geco.embedded.core.EmbeddedExtensions;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRendererFamily;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.knime.core.data.renderer.DefaultDataValueRendererFamily;

/** Name, icon, comparator and registered renderers of a value. */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    /** The value. */
    protected final Class<? extends DataValue> m_valueClass;

    /** @param valueClass the value */
    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /** @return the name of the type shown to the user */
    public abstract String getName();

    /** @return the group under which the preferences list the type */
    public String getGroupName() {
        return "Other";
    }

    /** @return the renderers registered for the value */
    public Collection<DataValueRendererFactory> getAvailableRenderers() {
        return EmbeddedExtensions.renderersOf(m_valueClass);
    }

    /** @return the renderer to be used unless the user chooses another */
    public DataValueRendererFactory getDefaultRenderer() {
        return getAvailableRenderers().stream().findFirst().orElseGet(DefaultDataValueRenderer.Factory::new);
    }

    /** @return the renderer to be used */
    public DataValueRendererFactory getPreferredRenderer() {
        return getDefaultRenderer();
    }

    @Override
    protected final DataValueRendererFamily getRendererFamily(final DataColumnSpec spec) {
        return new DefaultDataValueRendererFamily(getAvailableRenderers().stream().map(f -> f.createRenderer(spec))
            .toArray(DataValueRenderer[]::new));
    }
}
