package org.knime.core.data.def;

import org.knime.core.data.DataType;
import org.knime.core.data.LongValue;

/** Holds a long. */
public final class LongCell extends NumberCell implements LongValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(LongCell.class);

    private static final long serialVersionUID = 1L;

    /** @param value the number */
    public LongCell(final long value) {
        super(value);
    }

    @Override
    public long getLongValue() {
        return number().longValue();
    }
}
