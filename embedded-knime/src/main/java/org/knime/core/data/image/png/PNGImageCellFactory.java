package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes cells with PNG images. */
public class PNGImageCellFactory {

    /** The type of these cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    /**
     * @param is a PNG file
     * @return the cell
     * @throws IOException if it can't be read
     */
    public static DataCell create(final InputStream is) throws IOException {
        return new PNGImageContent(is).toImageCell();
    }

    /**
     * @param contents a PNG file
     * @return the cell
     */
    public static DataCell create(final byte[] contents) {
        return new PNGImageContent(contents).toImageCell();
    }
}
