package org.knime.core.data.renderer;

/** Identifies renderers by the factory's class. */
public abstract class AbstractDataValueRendererFactory implements DataValueRendererFactory {

    @Override
    public final String getId() {
        return getClass().getName();
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj != null && getClass() == obj.getClass();
    }
}
