package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** Where a cell's serializer writes. */
public interface DataCellDataOutput extends DataOutput {

    /**
     * Writes a string of any length.
     *
     * @param s the string
     */
    @Override
    void writeUTF(String s) throws IOException;

    /**
     * @param cell a cell inside this cell
     * @throws IOException if writing fails
     */
    void writeDataCell(DataCell cell) throws IOException;
}
