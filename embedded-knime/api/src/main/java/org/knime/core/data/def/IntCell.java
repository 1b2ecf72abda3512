package org.knime.core.data.def;

import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** Holds an int. */
public final class IntCell extends NumberCell implements IntValue, LongValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(IntCell.class);

    private static final long serialVersionUID = 1L;

    /** @param value the number */
    public IntCell(final int value) {
        super(value);
    }

    @Override
    public int getIntValue() {
        return number().intValue();
    }

    @Override
    public long getLongValue() {
        return number().longValue();
    }
}
