package org.knime.core.data.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
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

    /**
     * @param row a row
     * @param cols the columns of the elements
     * @return a list of them
     */
    public static ListCell createListCell(final DataRow row, final int[] cols) {
        return createListCell(Arrays.stream(cols).mapToObj(row::getCell).toList());
    }

    /**
     * @param tableSpec columns
     * @param cols some of them
     * @return the type of a collection's elements made of them
     */
    public static DataType getElementType(final DataTableSpec tableSpec, final int[] cols) {
        return Arrays.stream(cols).mapToObj(i -> tableSpec.getColumnSpec(i).getType())
            .reduce(DataType::getCommonSuperType).orElseGet(() -> DataType.getMissingCell().getType());
    }
}
