package org.geco.asd.nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Domain;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads scored clips from a table. Made for one table spec, so that configuring checks what executing needs. */
public final class ClipReader {
    /** Stands for a machine type or ID that a row does not tell. */
    private static final String NOT_TOLD = "?";

    private final LabelParameters m_labels;
    private final RowSelection m_rows;
    private final RowSelection.RowTest m_isUsed;
    private final ClipPlace m_place;
    private final MachineColumns.Cells m_machine;
    private final int m_label;
    private final int m_domain;
    private final int[] m_scores;

    /** Which columns and rows of a table are read; clips without path are named by their row. */
    public record Input(String type, String id, Optional<String> path, LabelParameters labels, RowSelection rows) { }

    /** Fails if a column is missing or of the wrong type. */
    public ClipReader(final DataTableSpec spec, final Input input, final List<String> scores)
        throws InvalidSettingsException {
        input.labels().check();
        m_labels = input.labels();
        m_rows = input.rows();
        m_isUsed = m_rows.on(spec);
        m_place = ClipPlace.on(spec, optional(spec, Titles.PATH, input.path()));
        m_machine = MachineColumns.Cells.on(spec, input.type(), Optional.of(input.id()));
        m_label = optional(spec, Titles.LABEL, m_labels.column());
        m_domain = Columns.find(spec, Columns.DOMAIN, StringValue.class);
        m_scores = new int[scores.size()];
        for (int i = 0; i < m_scores.length; i++) {
            m_scores[i] = Columns.require(spec, Titles.SCORES, scores.get(i), DoubleValue.class);
        }
    }

    private static int optional(final DataTableSpec spec, final String setting, final Optional<String> column)
        throws InvalidSettingsException {
        return column.isEmpty() ? -1 : Columns.require(spec, setting, column.get(), StringValue.class);
    }

    /** @return the clips in the selected rows, in the order of the table; an AsdException if there are none */
    public List<ScoredClip> read(final BufferedDataTable table, final ProgressMonitor progress) throws AsdException {
        final List<ScoredClip> clips = new ArrayList<>();
        long rows = 0;
        for (final DataRow row : table) {
            progress.checkCanceled();
            if (m_isUsed.test(row)) {
                clips.add(clip(row));
            }
            progress.report(++rows / (double)table.size(), "Reading scores");
        }
        if (clips.isEmpty()) {
            throw new AsdException("There is nothing to do: the table has no " + (m_rows.isAll() ? "rows."
                : m_rows + "."), "Choose rows that the table has in the setting \"" + Titles.ROWS_VALUES + "\".",
                "Or use all rows in the setting \"" + Titles.ROWS + "\".");
        }
        return clips;
    }

    /** @return how many of the clips are labelled as anomalous, and why a learner leaves them out, if there are any */
    public static Optional<String> anomaliesLeftOut(final List<ScoredClip> clips, final String why) {
        final long anomalous = clips.stream().filter(clip -> clip.label() == Label.ANOMALY).count();
        return anomalous == 0 ? Optional.empty()
            : Optional.of(anomalous + " of " + clips.size() + " clips were left out because they are labelled as "
                + "anomalous: " + why + ". Check the setting \"" + Titles.ROWS + "\".");
    }

    private ScoredClip clip(final DataRow row) {
        final String path = m_place.of(row);
        final MachineId told = m_machine.told(row);
        final Outcome<MachineId> machine = m_machine.of(row);
        final Label label =
            m_label < 0 ? Label.UNKNOWN : m_labels.meaning(ScoreCells.text(row.getCell(m_label)));
        final List<Outcome<Double>> scores = new ArrayList<>();
        for (final int column : m_scores) {
            scores.add(machine.flatMap(id -> ScoreCells.value(row.getCell(column))));
        }
        final String place = path.isEmpty() ? row.getKey().getString() : path;
        final Optional<Domain> domain = m_domain < 0 ? Optional.empty()
            : Domain.named(ScoreCells.text(row.getCell(m_domain)));
        return new ScoredClip(place, new MachineId(orNotTold(told.type()), orNotTold(told.id())), label,
            domain.or(() -> Domain.of(place)), scores);
    }

    private static String orNotTold(final String text) {
        return text.isEmpty() ? NOT_TOLD : text;
    }
}
