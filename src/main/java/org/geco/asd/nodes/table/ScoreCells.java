package org.geco.asd.nodes.table;

import org.geco.asd.evaluation.ValueOrReason;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;

/** Cells as numbers with a reason if missing, and back. */
public final class ScoreCells {

    private ScoreCells() {
    }

    /**
     * @param cell a number or a missing cell
     * @return its value; for a missing cell its error, or that it has none
     */
    public static ValueOrReason value(final DataCell cell) {
        if (!cell.isMissing()) {
            return ValueOrReason.of(((DoubleValue)cell).getDoubleValue());
        }
        final String error = ((MissingValue)cell).getError();
        return ValueOrReason.missing(error == null || error.isBlank() ? "the cell is missing" : error);
    }

    /**
     * @param value a number or the reason why there is none
     * @return a cell with the number, or a missing one with the reason
     */
    public static DataCell cell(final ValueOrReason value) {
        return value.isPresent() ? new DoubleCell(value.value()) : new MissingCell(value.reason());
    }

    /**
     * @param cell a text or a missing cell
     * @return its text, empty if missing
     */
    public static String text(final DataCell cell) {
        return cell.isMissing() ? "" : ((StringValue)cell).getStringValue();
    }
}
