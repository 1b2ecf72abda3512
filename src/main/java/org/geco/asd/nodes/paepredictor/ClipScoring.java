package org.geco.asd.nodes.paepredictor;

import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;
import org.geco.asd.nodes.spectrogram.SpectrogramValue;
import org.geco.asd.nodes.support.Columns;
import org.geco.asd.nodes.support.NodeFailures;
import org.geco.asd.nodes.support.RowSelection.RowTest;
import org.geco.asd.pae.PaeModel;
import org.geco.asd.pae.PaeScorer;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** Scores the used rows of a table, one after the other. */
final class ClipScoring {

    private final DataTableSpec m_outputSpec;

    private final int m_spectrogram;

    private final int m_type;

    private final RowTest m_used;

    private long m_rows;

    private long m_missing;

    private String m_firstReason = "";

    ClipScoring(final DataTableSpec spec, final PaePredictorNodeParameters parameters)
        throws InvalidSettingsException {
        m_spectrogram =
            Columns.require(spec, "Spectrograms", parameters.m_spectrogramColumn, SpectrogramValue.class);
        m_type = Columns.require(spec, "Machine type", parameters.m_typeColumn, StringValue.class);
        m_used = parameters.m_rows.on(spec);
        if (parameters.m_scoreColumn.isBlank()) {
            throw new InvalidSettingsException("The setting \"New column\" is empty. Enter a name for the score.");
        }
        Columns.requireNew(spec, parameters.m_scoreColumn);
        m_outputSpec = new DataTableSpecCreator(spec)
            .addColumns(new DataColumnSpecCreator(parameters.m_scoreColumn, DoubleCell.TYPE).createSpec())
            .createSpec();
    }

    DataTableSpec outputSpec() {
        return m_outputSpec;
    }

    BufferedDataTable score(final BufferedDataTable table, final PaeModel model, final PaeScorer scorer,
        final ExecutionContext exec, final ProgressMonitor progress) throws AsdException {
        final BufferedDataContainer container = exec.createDataContainer(m_outputSpec);
        long read = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                progress.checkCanceled();
                progress.report((double)read++ / table.size(), "Clip " + read + " of " + table.size());
                if (m_used.test(row)) {
                    container.addRowToTable(appended(row, score(row, model, scorer)));
                }
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private DataCell score(final DataRow row, final PaeModel model, final PaeScorer scorer) throws AsdException {
        m_rows++;
        final DataCell type = row.getCell(m_type);
        final DataCell spectrogram = row.getCell(m_spectrogram);
        if (type.isMissing()) {
            return missing("The machine type is missing.");
        }
        final String machineType = ((StringValue)type).getStringValue();
        model.machineIds(machineType);
        if (spectrogram.isMissing()) {
            final String reason = ((MissingValue)spectrogram).getError();
            return missing("No spectrogram" + (reason == null ? "." : ": " + reason));
        }
        model.checkMel(((SpectrogramValue)spectrogram).getMelSettings());
        try {
            return new DoubleCell(scorer.score(machineType, ((SpectrogramValue)spectrogram).getSpectrogram()));
        } catch (final AsdException ex) {
            return missing(NodeFailures.oneLine(ex));
        }
    }

    private DataCell missing(final String reason) {
        if (m_missing++ == 0) {
            m_firstReason = reason;
        }
        return new MissingCell(reason);
    }

    private static DataRow appended(final DataRow row, final DataCell cell) {
        final int cells = row.getNumCells();
        return new DefaultRow(row.getKey(), IntStream.rangeClosed(0, cells)
            .mapToObj(i -> i < cells ? row.getCell(i) : cell).toArray(DataCell[]::new));
    }

    /** @return what the user should know about the rows that were scored */
    Optional<String> warning() {
        if (m_rows == 0) {
            return Optional.of("No row was used: check the setting \"Use rows where\".");
        }
        return m_missing == 0 ? Optional.empty()
            : Optional.of(m_missing + " of " + m_rows + " clips could not be scored: " + m_firstReason);
    }
}
