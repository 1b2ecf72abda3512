package org.knime.core.data.collection;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Cells in a cell. */
public interface CollectionDataValue extends DataValue, Iterable<DataCell> {

    /** The name. */
    UtilityFactory UTILITY = new CollectionUtilityFactory("Collection");

    /** @return the number of cells */
    int size();

    /** Names a kind of collection. */
    final class CollectionUtilityFactory extends ExtensibleUtilityFactory {

        private final String m_name;

        CollectionUtilityFactory(final String name) {
            super(CollectionDataValue.class);
            m_name = name;
        }

        @Override
        public String getName() {
            return m_name;
        }
    }
}
