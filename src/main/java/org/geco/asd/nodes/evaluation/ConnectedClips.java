package org.geco.asd.nodes.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.ClipsContent;
import org.geco.asd.evaluation.RunData;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.table.LabelledAnomalies;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.RepeatedClips;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * What the clips that learners and predictors got hold: their checksum, and which test clips are the same sound as one
 * that was learned from. Of those, values are compared bit for bit.
 */
final class ConnectedClips {
    private final DataTableSpec m_spec;
    private final int m_spectrogram;
    private final int m_split;
    private final int m_label;
    private final LabelledAnomalies m_anomalies;
    private final ClipsContent m_learned = new ClipsContent();
    private final ClipsContent m_test = new ClipsContent();
    private final Map<DataCell, String> m_learnedCells = new HashMap<>();
    private final BadClips m_repeated = new BadClips();

    private ConnectedClips(final DataTableSpec spec) throws InvalidSettingsException {
        m_spec = spec;
        m_spectrogram = SpectrogramValue.column(spec);
        if (m_spectrogram < 0) {
            throw NodeFailures.settings("The table of clips has no spectrograms.",
                "Connect the output of the Log-Mel Extractor, or nothing.");
        }
        for (final String column : List.of(Columns.SPLIT, Columns.MACHINE_TYPE, Columns.MACHINE_ID)) {
            Columns.require(spec, "Clips", column, StringValue.class);
        }
        m_split = spec.findColumnIndex(Columns.SPLIT);
        m_label = spec.findColumnIndex(Columns.LABEL);
        m_anomalies = new LabelledAnomalies(spec, Optional.of(Columns.LABEL));
    }

    /** Fails if a column is missing. */
    static ConnectedClips on(final DataTableSpec spec) throws InvalidSettingsException {
        return new ConnectedClips(spec);
    }

    /** @return this, with all clips of the table; each spectrogram is read once */
    ConnectedClips read(final BufferedDataTable table, final ProgressMonitor progress)
        throws AsdException, InvalidSettingsException {
        final MachineColumns.Cells machines =
            MachineColumns.Cells.on(m_spec, Columns.MACHINE_TYPE, Optional.of(Columns.MACHINE_ID));
        long rows = 0;
        for (final DataRow row : table) {
            progress.checkCanceled();
            final String split = ScoreCells.text(row.getCell(m_split));
            if (!split.equals(Columns.TEST) && !m_anomalies.leavesOut(row)) {
                addLearned(row, machines.told(row).toString());
            }
            progress.report(++rows / (double)table.size(), "Reading spectrograms");
        }
        for (final DataRow row : table) {
            progress.checkCanceled();
            if (ScoreCells.text(row.getCell(m_split)).equals(Columns.TEST)) {
                addTest(row, machines.told(row).toString());
            }
        }
        if (m_test.count() == 0) {
            throw new AsdException("The table of clips has no row where \"" + Columns.SPLIT + "\" is \"" + Columns.TEST
                + "\".", "Connect the table that learners and predictors got, or nothing.");
        }
        return this;
    }

    private void addLearned(final DataRow row, final String machine) throws AsdException {
        final DataCell cell = row.getCell(m_spectrogram);
        if (!cell.isMissing()) {
            m_learned.add(machine, ((SpectrogramValue)cell).getSpectrogram().checksum());
            m_learnedCells.putIfAbsent(cell, row.getKey().getString());
        }
    }

    private void addTest(final DataRow row, final String machine) throws AsdException {
        final DataCell cell = row.getCell(m_spectrogram);
        final String what = machine + " " + (m_label < 0 ? "" : ScoreCells.text(row.getCell(m_label)));
        m_test.add(what, cell.isMissing() ? 0 : ((SpectrogramValue)cell).getSpectrogram().checksum());
        if (m_learnedCells.containsKey(cell)) {
            m_repeated.add(m_repeated.count(),
                RepeatedClips.sameAs(row.getKey().getString(), m_learnedCells.get(cell)));
        }
    }

    /** @return what identifies the clips that were scored, and those that were learned from */
    RunData data(final String test) {
        return new RunData(test + ", content " + m_test.text(),
            m_learned.count() + " clips, content " + m_learned.text(), Optional.of((int)m_repeated.count()));
    }

    /** @return a sentence if test clips were learned from */
    Optional<String> warning() {
        return m_repeated.warning(m_test.count(), "test clips are learned from as well, and the results too good");
    }
}
