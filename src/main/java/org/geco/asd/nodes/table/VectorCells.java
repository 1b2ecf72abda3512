package org.geco.asd.nodes.table;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.geco.asd.common.Outcome;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;

/** Vectors as lists of numbers in a cell, and back. */
public final class VectorCells {

    private VectorCells() {
    }

    /** @return a list of numbers */
    public static DataCell list(final DoubleStream values) {
        return CollectionCellFactory.createListCell(values.mapToObj(DoubleCell::new).toList());
    }

    /** @return a vector as a list of numbers */
    public static DataCell list(final double[] vector) {
        return list(Arrays.stream(vector));
    }

    /** @return the cell's numbers; missing, with the reason, if the cell or one of its elements is no number */
    public static Outcome<double[]> values(final DataCell cell) {
        if (cell.isMissing()) {
            final String error = ((MissingValue)cell).getError();
            return Outcome.failed("No vector" + (error == null ? "." : ": " + error));
        }
        final DoubleStream.Builder values = DoubleStream.builder();
        for (final DataCell element : (CollectionDataValue)cell) {
            if (!(element instanceof final DoubleValue number)) {
                return Outcome.failed("The vector has an element that is no number.");
            }
            values.add(number.getDoubleValue());
        }
        return Outcome.of(values.build().toArray());
    }
}
