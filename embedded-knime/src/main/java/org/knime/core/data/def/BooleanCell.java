package org.knime.core.data.def;

import java.io.IOException;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** Holds true or false. */
public final class BooleanCell extends DataCell implements BooleanValue, IntValue, LongValue, DoubleValue,
    ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue, NominalValue {

    /** True. */
    public static final BooleanCell TRUE = new BooleanCell(true);

    /** False. */
    public static final BooleanCell FALSE = new BooleanCell(false);

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private static final long serialVersionUID = 1L;

    private final boolean m_value;

    private BooleanCell(final boolean value) {
        m_value = value;
    }

    @Override
    public boolean getBooleanValue() {
        return m_value;
    }

    @Override
    public int getIntValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getDoubleValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getCore() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getMaxSupport() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getMinSupport() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getMaxCore() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getMinCore() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getCenterOfGravity() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getRealValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_value == ((BooleanCell)dc).m_value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Boolean.toString(m_value);
    }

    /** Makes these cells. */
    public static final class BooleanCellFactory {

        /** The type of these cells. */
        public static final DataType TYPE = BooleanCell.TYPE;

        /**
         * @param s "true" or anything else
         * @return the cell
         */
        public static DataCell create(final String s) {
            return create(Boolean.parseBoolean(s));
        }

        /**
         * @param b the value
         * @return the cell
         */
        public static DataCell create(final boolean b) {
            return b ? TRUE : FALSE;
        }
    }

    /** Writes and reads these cells. */
    public static final class BooleanSerializer implements DataCellSerializer<BooleanCell> {

        @Override
        public void serialize(final BooleanCell cell, final DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.m_value);
        }

        @Override
        public BooleanCell deserialize(final DataCellDataInput input) throws IOException {
            return input.readBoolean() ? TRUE : FALSE;
        }
    }
}
