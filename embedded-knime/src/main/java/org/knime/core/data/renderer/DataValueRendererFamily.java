package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Several renderers, one of them in use. */
public interface DataValueRendererFamily extends DataValueRenderer {

    /** @return what the user chooses the renderers by */
    String[] getRendererDescriptions();

    /** @param description of the renderer to use */
    void setActiveRenderer(String description);

    /**
     * @param desc a renderer's description
     * @param spec a column
     * @return whether that renderer can paint its values
     */
    boolean accepts(String desc, DataColumnSpec spec);
}
