package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** A PNG image. */
public class PNGImageContent implements ImageContent {

    /** The type of cells with such an image. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private final byte[] m_bytes;

    /** @param imageBytes a PNG file, not copied */
    public PNGImageContent(final byte[] imageBytes) {
        m_bytes = Objects.requireNonNull(imageBytes, "Argument must not be null.");
    }

    /**
     * @param is a PNG file
     * @throws IOException if it can't be read
     */
    public PNGImageContent(final InputStream is) throws IOException {
        this(is.readAllBytes());
    }

    /** @return the PNG file, not copied */
    public byte[] getByteArrayReference() {
        return m_bytes;
    }

    /** @return a copy of the PNG file */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    /** @return the picture */
    public Image getImage() {
        try {
            final BufferedImage image = ImageIO.read(new ByteArrayInputStream(m_bytes));
            if (image == null) {
                throw new IllegalStateException("Unable to create image from PNG");
            }
            return image;
        } catch (final IOException e) {
            throw new IllegalStateException("Unable to create image from PNG", e);
        }
    }

    @Override
    public void paint(final Graphics2D g, final int width, final int height) {
        g.drawImage(getImage(), 0, 0, width, height, null);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(m_bytes);
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public Dimension getPreferredSize() {
        final Image image = getImage();
        return new Dimension(image.getWidth(null), image.getHeight(null));
    }

    @Override
    public String getSummary() {
        final Dimension size = getPreferredSize();
        return "PNG image, " + size.width + " x " + size.height;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof PNGImageContent c && Arrays.equals(m_bytes, c.m_bytes);
    }
}
