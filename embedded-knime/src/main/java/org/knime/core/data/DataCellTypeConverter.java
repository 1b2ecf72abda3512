package org.knime.core.data;

/** Turns cells of one type into cells of another. */
public abstract class DataCellTypeConverter {

    /** Made by subclasses. */
    public DataCellTypeConverter() {
        // nothing to set
    }

    /**
     * @param source the cell
     * @return the converted cell
     * @throws Exception if it can't be converted
     */
    public abstract DataCell convert(DataCell source) throws Exception;

    /** @return the type of the converted cells */
    public abstract DataType getOutputType();
}
