package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;

/** The kind of an image; here always PNG. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Writes and reads these specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {

        @Override
        public ImagePortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) {
            return new ImagePortObjectSpec(PNGImageContent.TYPE);
        }
    }

    /** @param type the type of cells with the image */
    public ImagePortObjectSpec(final DataType type) {
        if (!type.equals(PNGImageContent.TYPE)) {
            throw new IllegalArgumentException("Only PNG images are known here, not " + type);
        }
    }

    @Override
    protected void save(final ModelContentWO model) {
        // nothing differs
    }

    @Override
    protected void load(final ModelContentRO model) {
        // nothing differs
    }
}
