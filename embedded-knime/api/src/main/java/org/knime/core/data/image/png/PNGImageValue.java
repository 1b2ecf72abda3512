package org.knime.core.data.image.png;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A PNG image. */
public interface PNGImageValue extends DataValue {

    /** About this value. */
    UtilityFactory UTILITY = new ExtensibleUtilityFactory(PNGImageValue.class) {
        @Override
        public String getName() {
            return "Image (PNG)";
        }
    };

    /** @return the image */
    PNGImageContent getImageContent();
}
