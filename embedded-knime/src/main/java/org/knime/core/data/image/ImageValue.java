package org.knime.core.data.image;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A value with an image. */
public interface ImageValue extends DataValue {

    /** Name and icon. */
    UtilityFactory UTILITY = new ImageValueUtilityFactory();

    /** @return the image */
    ImageContent getImageContent();

    /** @return the usual end of its files' names */
    String getImageExtension();

    /** Name and icon. */
    class ImageValueUtilityFactory extends ExtensibleUtilityFactory {

        ImageValueUtilityFactory() {
            super(ImageValue.class);
        }

        @Override
        public String getName() {
            return "Generic Image";
        }
    }
}
