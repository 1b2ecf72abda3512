package org.knime.core.data.image.png;

import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.image.ImageValue;

/** A value with a PNG image. */
public interface PNGImageValue extends ImageValue {

    /** Name, icon and renderers. */
    UtilityFactory UTILITY = new ImageCellUtilityFactory();

    @Override
    PNGImageContent getImageContent();

    /** Name, icon and renderers. */
    class ImageCellUtilityFactory extends ExtensibleUtilityFactory {

        /** Made once. */
        protected ImageCellUtilityFactory() {
            super(PNGImageValue.class);
        }

        @Override
        public String getName() {
            return "Image (PNG)";
        }
    }
}
