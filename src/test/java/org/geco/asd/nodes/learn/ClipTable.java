package org.geco.asd.nodes.learn;

import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.table.SpectrogramCell;
import org.geco.asd.nodes.table.SpectrogramCells;
import org.geco.embedded.data.DataRepository;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table of clips as the Log-Mel Extractor hands it on. */
public final class ClipTable {

    /** Its spec. */
    public static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpecCreator("Machine type", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Machine ID", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Split", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Log-Mel", SpectrogramCell.TYPE).createSpec());

    private final ExecutionContext m_exec;

    private final BufferedDataContainer m_rows;

    private long m_count;

    /** @param repository where the files go */
    public ClipTable(final DataRepository repository) {
        m_exec = SpectrogramCells.context(repository);
        m_rows = m_exec.createDataContainer(SPEC);
    }

    /** @return the context in which the cells were made */
    public ExecutionContext exec() {
        return m_exec;
    }

    /** Adds a clip; a null spectrogram is a missing one. */
    public ClipTable add(final String type, final String split, final Spectrogram spectrogram) {
        return add(type, "00", split, spectrogram);
    }

    /** Adds a clip; a null type, ID or spectrogram is a missing one. */
    public ClipTable add(final String type, final String id, final String split, final Spectrogram spectrogram) {
        final DataCell cell = spectrogram == null ? new MissingCell("The file is empty.")
            : SpectrogramCells.cell(m_exec, "clip" + m_count, spectrogram);
        m_rows.addRowToTable(new DefaultRow(RowKey.createRowKey(m_count++),
            text(type), text(id), text(split), cell));
        return this;
    }

    private static DataCell text(final String value) {
        return value == null ? new MissingCell("unknown") : new StringCell(value);
    }

    /** @return the table */
    public BufferedDataTable create() {
        m_rows.close();
        return m_rows.getTable();
    }
}
