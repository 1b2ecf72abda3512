package org.geco.asd.nodes.table;

import java.util.function.Function;

import org.geco.asd.common.Outcome;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;

/** Cells as numbers with a reason if missing, and back. */
public final class ScoreCells {
    private ScoreCells() { }

    /** @return the cell of a decision */
    public static DataCell decision(final boolean isAnomalous) {
        return isAnomalous ? BooleanCell.TRUE : BooleanCell.FALSE;
    }

    /** @return the cell's number; for a missing cell its error, or that it has none */
    public static Outcome<Double> value(final DataCell cell) {
        if (!cell.isMissing()) {
            return Outcome.number(((DoubleValue)cell).getDoubleValue());
        }
        final String error = ((MissingValue)cell).getError();
        return Outcome.failed(error == null || error.isBlank() ? "the cell is missing" : error);
    }

    /** @return the value's cell, or a missing one with the reason */
    public static <T> DataCell cell(final Outcome<T> outcome, final Function<T, DataCell> cell) {
        return outcome.isPresent() ? cell.apply(outcome.value()) : new MissingCell(outcome.reason());
    }

    /** @return the cell's text, empty if missing */
    public static String text(final DataCell cell) {
        return cell.isMissing() ? "" : ((StringValue)cell).getStringValue();
    }
}
