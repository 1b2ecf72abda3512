package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds a list of cells. */
public interface ListDataValue extends CollectionDataValue {

    /** Name and icon. */
    UtilityFactory UTILITY = new ListUtilityFactory();

    /**
     * @param index from 0
     * @return the element
     */
    DataCell get(int index);

    /** Name and icon. */
    class ListUtilityFactory extends CollectionUtilityFactory {

        /** Made once. */
        protected ListUtilityFactory() {
            super(ListDataValue.class);
        }

        @Override
        public String getName() {
            return "Collection (List)";
        }
    }
}
