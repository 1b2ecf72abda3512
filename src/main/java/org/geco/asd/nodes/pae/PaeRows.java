package org.geco.asd.nodes.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;

/** What the PAE Predictor scored, row by row. */
record PaeRows(BufferedDataTable table, ScoredColumns columns) {
    Outcome<Double> score(final DataRow row) {
        return ScoreCells.value(row.getCell(columns.score()));
    }

    MachineId machine(final DataRow row) {
        return new MachineId(ScoreCells.text(row.getCell(columns.type())), text(row, Columns.MACHINE_ID));
    }

    String name(final DataRow row) {
        return ShownRows.name(row, column(Columns.PATH));
    }

    /** @return of a column with the usual name, if the table has it */
    String text(final DataRow row, final String column) {
        return ShownRows.text(row, column(column));
    }

    private int column(final String name) {
        return Columns.find(table.getDataTableSpec(), name, StringValue.class);
    }

    Spectrogram spectrogram(final DataRow row) throws AsdException {
        return SpectrogramValue.of(row.getCell(columns.spectrogram())).get();
    }

    /** @return the levels of the row's spectrogram as the model predicts them */
    float[] predicted(final DataRow row, final PaeModel model) throws AsdException {
        try (PaeReconstructor pae = new PaeReconstructor(model)) {
            return pae.predict(new Clip(machine(row), spectrogram(row), row.getKey().getString()));
        }
    }
}
