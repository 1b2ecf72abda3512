package org.geco.asd.nodes.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/**
 * Scores the used rows of a table in groups, while the next spectrograms are read. A clip that cannot be scored gets missing cells with the reason;
 * a clip that the model does not fit at all stops the node.
 */
public final class ClipScoring {

    /** Rows without a clip must not pile up until there are enough clips. */
    private static final int MOST_PENDING = 1000;

    private final DataTableSpec m_outputSpec;

    private final int m_spectrogram;

    private final int m_type;

    private final int m_id;

    private final RowSelection.RowTest m_used;

    private final int m_appended;

    private long m_rows;

    private long m_missing;

    private String m_firstReason = "";

    /**
     * Which columns and rows of the table are read.
     *
     * @param spectrogram column of spectrograms
     * @param type column of machine types
     * @param id column of machine IDs
     * @param rows rows that are scored
     */
    public record Input(String spectrogram, String type, String id, RowSelection rows) {

        private static final String NONE = "";

        /**
         * @param spectrogram column of spectrograms
         * @param type column of machine types
         * @param rows rows that are scored
         * @return an input for a model that knows machine types only
         */
        public static Input byType(final String spectrogram, final String type, final RowSelection rows) {
            return new Input(spectrogram, type, NONE, rows);
        }
    }

    /**
     * @param spec spec of the table
     * @param input which columns and rows are read
     * @param appended the columns to be appended
     * @throws InvalidSettingsException if a column is missing or of another type
     */
    public ClipScoring(final DataTableSpec spec, final Input input, final List<DataColumnSpec> appended)
        throws InvalidSettingsException {
        m_spectrogram = Columns.require(spec, "Spectrograms", input.spectrogram(), SpectrogramValue.class);
        m_type = Columns.require(spec, "Machine type", input.type(), StringValue.class);
        m_id = input.id().equals(Input.NONE) ? -1
            : Columns.require(spec, "Machine ID", input.id(), StringValue.class);
        m_used = input.rows().on(spec);
        m_appended = appended.size();
        final DataTableSpecCreator creator = new DataTableSpecCreator(spec);
        for (final DataColumnSpec column : appended) {
            creator.addColumns(column);
        }
        m_outputSpec = creator.createSpec();
    }

    /** @return spec of the scored table */
    public DataTableSpec outputSpec() {
        return m_outputSpec;
    }

    /**
     * @param table the table
     * @param scorer the model
     * @param exec the node's execution
     * @param progress hears of every row
     * @return the used rows with the new cells
     * @throws AsdException if the model does not fit the clips
     */
    public BufferedDataTable score(final BufferedDataTable table, final ClipScorer scorer,
        final ExecutionContext exec, final ProgressMonitor progress) throws AsdException {
        final BufferedDataContainer container = exec.createDataContainer(m_outputSpec);
        try (ClipsAhead rows = new ClipsAhead(table, m_used, m_spectrogram)) {
            final List<Pending> group = new ArrayList<>();
            int clips = 0;
            for (Optional<ClipsAhead.Clip> row = rows.next(progress); row.isPresent(); row = rows.next(progress)) {
                progress.checkCanceled();
                final long index = row.get().index();
                progress.report((double)index / table.size(), "Clip " + (index + 1) + " of " + table.size());
                group.add(look(row.get(), scorer));
                clips += group.get(group.size() - 1).clip() == null ? 0 : 1;
                if (clips == scorer.clipsAtOnce() || group.size() == MOST_PENDING) {
                    finish(group, scorer, container);
                    clips = 0;
                }
            }
            finish(group, scorer, container);
        } finally {
            container.close();
        }
        return container.getTable();
    }

    /**
     * A row that waits for others to be scored with.
     *
     * @param row the row
     * @param clip null if it cannot be scored
     * @param reason why it cannot be scored; null if it can
     */
    private record Pending(DataRow row, ClipScorer.Clip clip, String reason) {
    }

    private Pending look(final ClipsAhead.Clip read, final ClipScorer scorer) throws AsdException {
        m_rows++;
        final DataRow row = read.row();
        final DataCell type = row.getCell(m_type);
        if (type.isMissing() || m_id >= 0 && row.getCell(m_id).isMissing()) {
            return new Pending(row, null, "The machine " + (type.isMissing() ? "type" : "ID") + " is missing.");
        }
        final MachineId machine = new MachineId(((StringValue)type).getStringValue(),
            m_id < 0 ? "" : ((StringValue)row.getCell(m_id)).getStringValue());
        final DataCell cell = row.getCell(m_spectrogram);
        if (cell.isMissing()) {
            scorer.check(machine, null);
            final String reason = ((MissingValue)cell).getError();
            return new Pending(row, null, "No spectrogram" + (reason == null ? "." : ": " + reason));
        }
        scorer.check(machine, ((SpectrogramValue)cell).getMelSettings());
        return read.failure() != null ? new Pending(row, null, NodeFailures.oneLine(read.failure()))
            : new Pending(row, new ClipScorer.Clip(machine, read.spectrogram(), row.getKey().getString()), null);
    }

    /** Scores the clips of a group and writes its rows. */
    private void finish(final List<Pending> group, final ClipScorer scorer, final BufferedDataContainer container) {
        final List<ClipScorer.Clip> clips = group.stream().map(Pending::clip).filter(Objects::nonNull).toList();
        final Iterator<ClipScorer.Outcome> outcomes =
            clips.isEmpty() ? Collections.emptyIterator() : scorer.score(clips).iterator();
        for (final Pending pending : group) {
            container.addRowToTable(appended(pending.row(),
                pending.clip() == null ? missing(pending.reason()) : cells(outcomes.next())));
        }
        group.clear();
    }

    private List<DataCell> cells(final ClipScorer.Outcome outcome) {
        return outcome.failure() == null ? outcome.cells() : missing(NodeFailures.oneLine(outcome.failure()));
    }

    private List<DataCell> missing(final String reason) {
        if (m_missing++ == 0) {
            m_firstReason = reason;
        }
        return Collections.nCopies(m_appended, new MissingCell(reason));
    }

    private static DataRow appended(final DataRow row, final List<DataCell> cells) {
        final List<DataCell> all = new ArrayList<>(row.getNumCells() + cells.size());
        row.forEach(all::add);
        all.addAll(cells);
        return new DefaultRow(row.getKey(), all);
    }

    /** @return what the user should know about the rows that were scored */
    public Optional<String> warning() {
        if (m_rows == 0) {
            return Optional.of("No row was used: check the setting \"Use rows where\".");
        }
        return m_missing == 0 ? Optional.empty()
            : Optional.of(m_missing + " of " + m_rows + " clips could not be scored: " + m_firstReason);
    }
}
