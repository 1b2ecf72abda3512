package org.knime.core.data.def;

import org.knime.core.data.DataType;

/** Holds a double. */
public final class DoubleCell extends NumberCell {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1L;

    /** @param value the number */
    public DoubleCell(final double value) {
        super(value);
    }
}
