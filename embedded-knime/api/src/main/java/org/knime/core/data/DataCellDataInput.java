package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** Where a cell's serializer reads. */
public interface DataCellDataInput extends DataInput {

    /**
     * @return a cell inside this cell
     * @throws IOException if reading fails
     */
    DataCell readDataCell() throws IOException;
}
