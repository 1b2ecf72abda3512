package org.knime.core.data.image;

import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** An image of some format. */
public interface ImageContent {

    /** @return a cell with the image */
    DataCell toImageCell();

    /**
     * @param out receives the image as a file
     * @throws IOException if it cannot be written
     */
    void save(OutputStream out) throws IOException;

    /** @return one line about the image */
    String getSummary();
}
