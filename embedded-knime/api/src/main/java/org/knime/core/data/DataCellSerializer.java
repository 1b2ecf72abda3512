package org.knime.core.data;

import java.io.IOException;

/**
 * Writes and reads the cells of one class.
 *
 * @param <T> the class
 */
public interface DataCellSerializer<T extends DataCell> {

    /**
     * @param cell the cell
     * @param output where to write
     * @throws IOException if writing fails
     */
    void serialize(T cell, DataCellDataOutput output) throws IOException;

    /**
     * @param input where to read
     * @return a new cell
     * @throws IOException if reading fails
     */
    T deserialize(DataCellDataInput input) throws IOException;
}
