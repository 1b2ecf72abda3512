package org.geco.asd.nodes.outlier;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.asd.outlier.VectorSample;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;

/**
 * The used rows of a table and what is read there.
 *
 * @param used which rows are used
 * @param output the table with the score appended
 */
record VectorRows(int vector, MachineColumns.Cells machine, RowSelection.RowTest used, DataTableSpec output) {
    /** Finds the columns; an InvalidSettingsException if one is missing, or the new one is already there. */
    static VectorRows of(final DataTableSpec spec, final String vectors, final MachineColumns machine,
        final RowSelection rows, final String score) throws InvalidSettingsException {
        return new VectorRows(Columns.require(spec, VectorColumns.TITLE, vectors, CollectionDataValue.class),
            machine.on(spec), rows.on(spec),
            new DataTableSpec(spec,
                new DataTableSpec(Columns.newColumn(spec, Titles.SCORE_COLUMN, score, DoubleCell.TYPE))));
    }

    /** @return the row's machine and vector; without a vector if the row does not tell the machine */
    VectorSample sample(final DataRow row) {
        return new VectorSample(machine.told(row),
            machine.of(row).flatMap(id -> VectorCells.values(row.getCell(vector))));
    }
}
