package org.geco.asd.nodes.monitor;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.FileState;
import org.geco.asd.monitor.JudgedClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads judged clips from a table. */
final class JudgedRows {
    private final ClipKeys m_keys;
    private final int m_score;
    private final int m_decision;
    private final int m_pValue;
    private final int m_threshold;
    private final int m_level;
    private final int m_end;
    private final int m_seconds;
    private final int m_recorded;
    private final int m_state;
    private final BadClips m_bad = new BadClips();

    /** Fails if a column is missing that the settings name. */
    JudgedRows(final DataTableSpec spec, final AnomalyMonitorNodeParameters parameters)
        throws InvalidSettingsException {
        m_keys = new ClipKeys(spec, parameters.m_path, parameters.m_machine);
        m_score = Columns.require(spec, AnomalyMonitorNodeParameters.SCORE, parameters.m_score, DoubleValue.class);
        m_decision =
            Columns.require(spec, AnomalyMonitorNodeParameters.DECISION, parameters.m_decision, DoubleValue.class);
        m_level = parameters.m_level.isEmpty() ? -1 : Columns.require(spec, AnomalyMonitorNodeParameters.LEVEL,
            parameters.m_level.get(), DoubleValue.class);
        m_pValue = Columns.find(spec, Columns.P_VALUE, DoubleValue.class);
        m_threshold = Columns.find(spec, Columns.THRESHOLD, DoubleValue.class);
        m_end = Columns.find(spec, Columns.END, DoubleValue.class);
        m_seconds = Columns.find(spec, Columns.SECONDS, DoubleValue.class);
        m_recorded = Columns.find(spec, Columns.RECORDED_AT, DataValue.class);
        m_state = Columns.find(spec, Columns.FILE_STATE, StringValue.class);
    }

    /** @return the clips that were judged, in the order of the table */
    List<JudgedClip> read(final BufferedDataTable table, final LocalDateTime now, final ProgressMonitor progress) {
        final List<JudgedClip> clips = new ArrayList<>();
        long index = 0;
        for (final DataRow row : table) {
            progress.checkCanceled();
            final Outcome<ClipKey> key = m_keys.key(row);
            final Outcome<Double> score = key.flatMap(known -> ScoreCells.value(row.getCell(m_score)));
            final Outcome<Double> decision = score.flatMap(known -> ScoreCells.value(row.getCell(m_decision)));
            if (decision.isPresent()) {
                clips.add(clip(row, key.value(), score.value(), decision.value() != 0, now));
            } else {
                m_bad.add(index, decision.reason());
            }
            index++;
        }
        return clips;
    }

    /** @return the warning that counts the clips without a decision, after {@link #read} */
    Optional<String> warning(final long all) {
        return m_bad.warning(all, "clips were not judged, and are not in the history");
    }

    private JudgedClip clip(final DataRow row, final ClipKey key, final double score, final boolean anomalous,
        final LocalDateTime now) {
        final Optional<FileState> file = m_state < 0 ? m_keys.state(key)
            : FileState.parse(ScoreCells.text(row.getCell(m_state)));
        final LocalDateTime from = time(row, m_recorded).or(() -> file.map(state -> begin(state, key)))
            .orElse(now).truncatedTo(ChronoUnit.MILLIS);
        final double seconds = ClipKeys.number(row, m_end).map(end -> end - key.start())
            .or(() -> ClipKeys.number(row, m_seconds)).orElse(0.0);
        return new JudgedClip(key, from, from.plus(Math.round(1000 * seconds), ChronoUnit.MILLIS), score,
            ClipKeys.number(row, m_pValue), ClipKeys.number(row, m_threshold), anomalous,
            ClipKeys.number(row, m_level), file);
    }

    /** @return a local date and time, as text or KNIME's own, whose text is the same; in a column that may be −1 */
    static Optional<LocalDateTime> time(final DataRow row, final int column) {
        final DataCell cell = column < 0 ? null : row.getCell(column);
        try {
            return cell == null || cell.isMissing() ? Optional.empty() : Optional.of(LocalDateTime.parse(
                cell.toString().strip().replace(' ', 'T')));
        } catch (final DateTimeParseException e) { // NOSONAR: then it is not known
            return Optional.empty();
        }
    }

    /** The file's date, at which its first section is taken to begin. */
    private static LocalDateTime begin(final FileState file, final ClipKey key) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(file.modified()), ZoneId.systemDefault())
            .plus(Math.round(1000 * key.start()), ChronoUnit.MILLIS);
    }
}
