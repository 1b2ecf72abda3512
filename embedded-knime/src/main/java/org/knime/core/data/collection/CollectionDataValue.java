package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A cell that holds cells. */
public interface CollectionDataValue extends DataValue, CellCollection {

    /** Name and icon. */
    UtilityFactory UTILITY = new CollectionUtilityFactory(CollectionDataValue.class);

    /** @return the type of the elements */
    DataType getElementType();

    /** @return the number of elements */
    int size();

    /** Name and icon. */
    class CollectionUtilityFactory extends ExtensibleUtilityFactory {

        /** @param valueClass the value */
        protected CollectionUtilityFactory(final Class<? extends DataValue> valueClass) {
            super(valueClass);
        }

        @Override
        public String getName() {
            return "Collection";
        }
    }
}
