package org.knime.core.data.collection;

import java.util.ArrayList;
import java.util.Collection;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes collection cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /**
     * @param coll the elements
     * @return a list of them
     */
    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        final DataType type = coll.stream().map(DataCell::getType).reduce(DataType::getCommonSuperType)
            .orElseGet(() -> DataType.getMissingCell().getType());
        return new ListCell(type, new ArrayList<>(coll));
    }
}
