package org.geco.asd.nodes.predict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Scorer;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.MemberScore;
import org.geco.asd.nodes.table.PaperDifferences;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/**
 * Scores the used rows of a table in groups, while the next spectrograms are read. A clip that cannot be scored gets
 * missing cells with the reason; spectrograms of other settings than the model's stop the node.
 */
public final class ClipScoring {
    /** Rows without a clip must not pile up until there are enough clips. */
    private static final int MOST_PENDING = 1000;

    private final DataTableSpec m_outputSpec;
    private final int m_spectrogram;
    private final MachineColumns.Cells m_machine;
    private final RowSelection.RowTest m_used;
    private final int m_score;
    private final boolean m_withPlace;
    private final int m_members;
    private final Optional<WaveformColumn> m_waveforms;
    private long m_rows;
    private final BadClips m_badClips = new BadClips();

    /** Which columns and rows of the table are read; recordings only for a model that hears them, too. */
    public record Input(String spectrogram, String type, Optional<String> id, RowSelection rows,
        Optional<WaveformColumn> waveforms) { }

    /** The names of the columns to be appended, that of the clips' places, in a setting of this title, if wanted. */
    public record Appended(String score, String placeTitle, Optional<String> place) { }

    /**
     * Fails if a column is missing or of another type, or a new one has no name or one that is taken.
     *
     * @param members how many members of an ensemble have a column of their own
     */
    public ClipScoring(final DataTableSpec spec, final Input input, final Appended appended, final int members)
        throws InvalidSettingsException {
        m_spectrogram = Columns.require(spec, Titles.SPECTROGRAMS, input.spectrogram(), SpectrogramValue.class);
        m_machine = MachineColumns.Cells.on(spec, input.type(), input.id());
        m_used = input.rows().on(spec);
        m_score = spec.getNumColumns();
        m_withPlace = appended.place().isPresent();
        m_waveforms = input.waveforms();
        m_members = members;
        final DataTableSpecCreator creator = new DataTableSpecCreator(spec);
        creator.addColumns(Columns.newColumn(spec, Titles.SCORE_COLUMN, appended.score(), DoubleCell.TYPE));
        if (m_withPlace) {
            creator.addColumns(Columns.newColumn(spec, appended.placeTitle(), appended.place().get(),
                ListCell.getCollectionType(DoubleCell.TYPE)));
        }
        for (int member = 1; member <= members; member++) {
            creator.addColumns(Columns.newColumn(spec, Titles.SCORE_COLUMN,
                new MemberScore(appended.score().strip(), member).column(), DoubleCell.TYPE));
        }
        m_outputSpec = creator.createSpec();
    }

    /** @return spec of the scored table */
    public DataTableSpec outputSpec() {
        return m_outputSpec;
    }

    /** @return where the scored table has what a view reads */
    ScoredColumns columns() {
        final int id = m_machine.id() >= 0 ? m_machine.id()
            : Columns.find(m_outputSpec, Columns.MACHINE_ID, StringValue.class);
        return new ScoredColumns(m_spectrogram, new MachineColumns.Cells(m_machine.type(), id), m_score);
    }

    /** @return the used rows with the new cells, of which the view hears; fails if the model does not fit the clips */
    public BufferedDataTable score(final BufferedDataTable table, final Scorer scorer, final ForView view,
        final ExecutionContext exec, final ProgressMonitor progress) throws AsdException {
        final BufferedDataContainer container = exec.createDataContainer(told(scorer.differences()));
        final Optional<WaveformColumn.Found> waveforms = scorer.model().hearsWaveforms() && m_waveforms.isPresent()
            ? Optional.of(m_waveforms.get().found(table.getDataTableSpec())) : Optional.empty();
        try (ClipsAhead rows = new ClipsAhead(table, m_used, m_spectrogram, waveforms)) {
            final List<Pending> group = new ArrayList<>();
            int clips = 0;
            for (Optional<ClipsAhead.Read> row = rows.next(progress); row.isPresent(); row = rows.next(progress)) {
                progress.checkCanceled();
                final long index = row.get().index();
                progress.report((double)index / table.size(), "Clip " + (index + 1) + " of " + table.size());
                final Pending pending = new Pending(row.get().row(), clip(row.get(), scorer));
                group.add(pending);
                clips += pending.clip().isPresent() ? 1 : 0;
                if (clips == scorer.clipsAtOnce() || group.size() == MOST_PENDING) {
                    finish(group, scorer, view, container);
                    clips = 0;
                }
            }
            finish(group, scorer, view, container);
        } finally {
            container.close();
        }
        return container.getTable();
    }

    /** What the scores' columns know of how they were made. */
    private DataTableSpec told(final Differences differences) {
        final Map<String, String> texts = new HashMap<>();
        final String whole = m_outputSpec.getColumnSpec(m_score).getName();
        texts.put(whole, differences.ofAll());
        for (int member = 1; member <= m_members; member++) {
            texts.put(new MemberScore(whole, member).column(), differences.ofMember());
        }
        return PaperDifferences.on(m_outputSpec, texts);
    }

    /** A row that waits for others to be scored with, and its clip, or why it cannot be scored. */
    private record Pending(DataRow row, Outcome<Clip> clip) { }

    private Outcome<Clip> clip(final ClipsAhead.Read read, final Scorer scorer) throws AsdException {
        final DataRow row = read.row();
        final Outcome<MachineId> machine = m_machine.of(row);
        if (machine.isPresent() && row.getCell(m_spectrogram) instanceof final SpectrogramValue spectrogram) {
            scorer.model().checkMel(spectrogram.getMelSettings());
        }
        return machine.flatMap(id -> read.spectrogram()
            .map(spectrogram -> new Clip(id, spectrogram, row.getKey().getString())));
    }

    /** Scores the clips of a group and writes its rows. */
    private void finish(final List<Pending> group, final Scorer scorer, final ForView view,
        final BufferedDataContainer container) {
        final List<Clip> clips = group.stream().map(Pending::clip).filter(Outcome::isPresent).map(Outcome::value)
            .toList();
        final Iterator<Outcome<ClipScore>> scores = scorer.score(clips).iterator();
        for (final Pending pending : group) {
            final Outcome<ClipScore> score = pending.clip().flatMap(clip -> scores.next());
            if (score.isPresent()) {
                view.scored((int)m_rows, score.value());
            }
            container.addRowToTable(appended(pending.row(), score));
        }
        group.clear();
    }

    private DataRow appended(final DataRow row, final Outcome<ClipScore> outcome) {
        final List<DataCell> cells = new ArrayList<>(row.getNumCells() + 2);
        row.forEach(cells::add);
        cells.add(m_badClips.cell(m_rows, outcome, score -> new DoubleCell(score.score())));
        if (m_withPlace) {
            cells.add(ScoreCells.cell(outcome, score -> place(score.embedding().orElseThrow())));
        }
        for (int member = 1; member <= m_members; member++) {
            final int which = member;
            cells.add(ScoreCells.cell(outcome.flatMap(score -> ofMember(score, which)), DoubleCell::new));
        }
        m_rows++;
        return new DefaultRow(row.getKey(), cells);
    }

    private static Outcome<Double> ofMember(final ClipScore score, final int member) {
        return member <= score.members().size() ? Outcome.of(score.members().get(member - 1))
            : Outcome.failed("the model has no member " + member + ", it has " + score.members().size());
    }

    private static DataCell place(final float[] values) {
        return VectorCells.list(IntStream.range(0, values.length).mapToDouble(i -> values[i]));
    }

    /** @return what the user should know about the rows that were scored */
    public Optional<String> warning() {
        if (m_rows == 0) {
            return Optional.of("No row was used: check the setting \"" + Titles.ROWS + "\".");
        }
        return m_badClips.warning(m_rows, "clips could not be scored");
    }
}
