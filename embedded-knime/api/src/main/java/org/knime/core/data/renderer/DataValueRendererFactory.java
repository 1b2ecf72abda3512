package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Makes renderers. */
public interface DataValueRendererFactory {

    /** @return what the user chooses the renderer by */
    String getDescription();

    /** @return identifies the renderer */
    String getId();

    /**
     * @param colSpec the column to be painted
     * @return the renderer
     */
    DataValueRenderer createRenderer(DataColumnSpec colSpec);
}
