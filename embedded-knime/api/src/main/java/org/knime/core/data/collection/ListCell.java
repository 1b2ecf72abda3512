package org.knime.core.data.collection;

import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Holds a list of cells. Made by {@link CollectionCellFactory}. */
public class ListCell extends DataCell implements ListDataValue {

    private static final long serialVersionUID = 1L;

    private final transient DataType m_elementType;

    private final List<DataCell> m_cells;

    ListCell(final DataType elementType, final List<DataCell> cells) {
        m_elementType = elementType;
        m_cells = List.copyOf(cells);
    }

    /**
     * @param elementType the type of the elements
     * @return the type of lists of them
     */
    public static DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    @Override
    protected DataType elementType() {
        return m_elementType;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return m_cells.iterator();
    }

    @Override
    public DataCell get(final int index) {
        return m_cells.get(index);
    }

    @Override
    public int size() {
        return m_cells.size();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_cells.equals(((ListCell)dc).m_cells);
    }

    @Override
    public int hashCode() {
        return m_cells.hashCode();
    }

    @Override
    public String toString() {
        return m_cells.toString();
    }
}
