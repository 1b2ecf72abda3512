package org.knime.core.data;

import java.io.Serializable;

/** One value of a table, or a missing one. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;

    /** @return the type of this cell */
    public final DataType getType() {
        return DataType.getType(getClass(), elementType());
    }

    /** @return the type of a collection's elements, null for any other cell; not part of KNIME's API */
    protected DataType elementType() {
        return null;
    }

    /** @return whether there is no value */
    public boolean isMissing() {
        return isMissingInternal();
    }

    boolean isMissingInternal() {
        return false;
    }

    @Override
    public abstract String toString();

    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell other)) {
            return false;
        }
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        return getClass() == other.getClass() ? equalsDataCell(other)
            : equalContent(other) && other.equalContent(this);
    }

    /**
     * @param dc a cell of the same class, not missing
     * @return whether it holds the same value
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * @param otherValue a value of another class
     * @return whether it holds the same content
     */
    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
