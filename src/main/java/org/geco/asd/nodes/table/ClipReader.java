package org.geco.asd.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/** Reads scored clips from a table. Made for one table spec, so that configuring checks what executing needs. */
public final class ClipReader {

    /** Stands for a machine type or ID that a row does not tell. */
    private static final String NOT_TOLD = "?";

    private final ClipColumns m_columns;

    private final RowSelection m_rows;

    private final RowSelection.RowTest m_isUsed;

    private final int m_path;

    private final int m_type;

    private final int m_id;

    private final int m_label;

    private final int[] m_scores;

    /**
     * @param spec the table
     * @param columns which columns say what a clip is
     * @param rows which rows to read
     * @param path the column with the clip's path; empty to name clips by their row
     * @param scores the score columns
     * @throws InvalidSettingsException if a column is missing or of the wrong type
     */
    public ClipReader(final DataTableSpec spec, final ClipColumns columns, final RowSelection rows, final String path,
        final List<String> scores) throws InvalidSettingsException {
        if (!columns.problem().isEmpty()) {
            throw Message.fromSummaryWithResolution(columns.problem(), "Give the two kinds of clips different labels.")
                .toInvalidSettingsException();
        }
        m_columns = columns;
        m_rows = rows;
        m_isUsed = rows.on(spec);
        m_path = path.isBlank() ? -1 : Columns.require(spec, "Path", path, StringValue.class);
        m_type = Columns.require(spec, "Machine type", columns.machineType(), StringValue.class);
        m_id = Columns.require(spec, "Machine ID", columns.machineId(), StringValue.class);
        m_label =
            columns.label().isEmpty() ? -1 : Columns.require(spec, "Label", columns.label(), StringValue.class);
        m_scores = new int[scores.size()];
        for (int i = 0; i < m_scores.length; i++) {
            m_scores[i] = Columns.require(spec, ScoreColumns.SETTING, scores.get(i), DoubleValue.class);
        }
    }

    /**
     * @param table a table of the spec
     * @param progress asked before every row whether to go on
     * @return the clips in the selected rows, at least one, in the order of the table
     * @throws AsdException if no row is selected
     */
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
                : m_rows + "."), "Select rows that the table has in the setting \"Use rows where\".",
                "Leave the setting \"Use rows where\" empty to use all rows.");
        }
        return clips;
    }

    private ScoredClip clip(final DataRow row) {
        final String path = m_path < 0 ? "" : ScoreCells.text(row.getCell(m_path));
        final String type = ScoreCells.text(row.getCell(m_type));
        final String id = ScoreCells.text(row.getCell(m_id));
        final boolean told = !type.isEmpty() && !id.isEmpty();
        final Label label =
            m_label < 0 ? Label.UNKNOWN : m_columns.meaning(ScoreCells.text(row.getCell(m_label)));
        final List<Outcome<Double>> scores = new ArrayList<>();
        for (final int column : m_scores) {
            scores.add(told ? ScoreCells.value(row.getCell(column))
                : Outcome.failed("the row does not tell the machine type and ID"));
        }
        return new ScoredClip(path.isEmpty() ? row.getKey().getString() : path,
            new MachineId(type.isEmpty() ? NOT_TOLD : type, id.isEmpty() ? NOT_TOLD : id), label, scores);
    }
}
