package org.knime.core.data.collection;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.knime.core.data.DataCell;

/** Holds cells. */
public interface CellCollection extends Iterable<DataCell> {

    /** @return false: there are no blobs here */
    default boolean containsBlobWrapperCells() {
        return false;
    }

    /** @return the cells */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
