package org.knime.core.data.image.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** A PNG image as the bytes of its file. */
public class PNGImageContent implements ImageContent {

    /** The type of cells with such images. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private final byte[] m_bytes;

    private final String m_summary;

    /**
     * @param imageBytes a PNG file
     * @throws IllegalArgumentException if it is none
     */
    public PNGImageContent(final byte[] imageBytes) {
        try {
            final BufferedImage image = ImageIO.read(new ByteArrayInputStream(imageBytes));
            if (image == null) {
                throw new IllegalArgumentException("ImageIO returned null while reading image bytes");
            }
            m_bytes = imageBytes.clone();
            m_summary = "PNG Image " + image.getWidth() + " x " + image.getHeight();
        } catch (final IOException e) {
            throw new IllegalArgumentException("Image can't be read", e);
        }
    }

    /** @return a copy of the file */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(m_bytes);
    }

    @Override
    public String getSummary() {
        return m_summary;
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof PNGImageContent that && Arrays.equals(m_bytes, that.m_bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }
}
