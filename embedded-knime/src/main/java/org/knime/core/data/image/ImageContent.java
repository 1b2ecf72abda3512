package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** An image. */
public interface ImageContent {

    /**
     * @param g paints
     * @param maxWidth of the picture
     * @param maxHeight of the picture
     */
    void paint(Graphics2D g, int maxWidth, int maxHeight);

    /** @return the image's own size */
    Dimension getPreferredSize();

    /** @return a cell with the image */
    DataCell toImageCell();

    /**
     * @param out where to write the image
     * @throws IOException if writing fails
     */
    void save(OutputStream out) throws IOException;

    /** @return one line about the image */
    String getSummary();
}
