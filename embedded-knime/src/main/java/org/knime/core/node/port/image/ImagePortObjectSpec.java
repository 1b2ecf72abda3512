package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Says which kind of image it is. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {

    private DataType m_type;

    /** Writes and reads these specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {
    }

    /** Used when a spec is read. */
    public ImagePortObjectSpec() {
        // set in load
    }

    /** @param type of cells with the image, such as PNGImageContent.TYPE */
    public ImagePortObjectSpec(final DataType type) {
        if (!type.isCompatible(ImageValue.class)) {
            throw new IllegalArgumentException("Type is not an image: " + type);
        }
        m_type = type;
    }

    /** @return the type of cells with the image */
    public DataType getDataType() {
        return m_type;
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_type = DataType.load(model);
    }

    @Override
    protected void save(final ModelContentWO model) {
        m_type.save(model);
    }
}
