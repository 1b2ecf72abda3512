package org.knime.core.data.image.png;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DefaultDataValueRenderer;

/** The renderer of PNG images. */
public final class PNGImageValueRendererFactoryUtil {

    private PNGImageValueRendererFactoryUtil() {
    }

    /** Makes renderers that paint the image. */
    public static final class StandardRendererFactory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return "Image";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec colSpec) {
            return new DefaultDataValueRenderer(colSpec, getDescription());
        }
    }
}
