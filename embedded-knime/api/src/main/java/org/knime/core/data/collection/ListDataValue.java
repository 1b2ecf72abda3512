package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Cells in an order. */
public interface ListDataValue extends CollectionDataValue {

    /** The name. */
    UtilityFactory UTILITY = new CollectionUtilityFactory("Collection (List)");

    /**
     * @param index from 0
     * @return the cell
     */
    DataCell get(int index);
}
