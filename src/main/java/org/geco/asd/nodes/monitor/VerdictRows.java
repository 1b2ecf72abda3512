package org.geco.asd.nodes.monitor;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.geco.asd.common.Outcome;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.Reviews.Period;
import org.geco.asd.monitor.Reviews.Told;
import org.geco.asd.monitor.Verdict;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads verdicts from a table: of events if it has begin and end, else of clips. */
final class VerdictRows {
    private final ClipKeys m_keys;
    private final int m_verdict;
    private final int m_begin;
    private final int m_end;
    private final Map<String, Verdict> m_meanings;
    private final BadClips m_bad = new BadClips();
    private final Map<String, Integer> m_unknown = new TreeMap<>();

    /** Fails if a column is missing that the settings name. */
    VerdictRows(final DataTableSpec spec, final AnomalyFeedbackNodeParameters parameters)
        throws InvalidSettingsException {
        m_keys = new ClipKeys(spec, parameters.m_path, parameters.m_machine);
        m_verdict = Columns.require(spec, AnomalyFeedbackNodeParameters.VERDICT, parameters.m_verdict,
            StringValue.class);
        m_begin = Columns.find(spec, MonitorTables.BEGIN, DataValue.class);
        m_end = Columns.find(spec, MonitorTables.END, DataValue.class);
        m_meanings = Map.of(parameters.m_confirmed, Verdict.CONFIRMED, parameters.m_rejected, Verdict.REJECTED);
    }

    /** @return the verdicts in the order of the table */
    List<Told> read(final BufferedDataTable table, final NodeWarnings warnings) {
        final List<Told> told = new ArrayList<>();
        long index = 0;
        for (final DataRow row : table) {
            final String text = ScoreCells.text(row.getCell(m_verdict)).strip();
            if (m_meanings.containsKey(text)) {
                final Outcome<Told> verdict = told(row, m_meanings.get(text));
                verdict.toOptional().ifPresent(told::add);
                if (!verdict.isPresent()) {
                    m_bad.add(index, verdict.reason());
                }
            } else if (!text.isEmpty()) {
                m_unknown.merge("\"" + text + "\"", 1, Integer::sum);
            }
            index++;
        }
        warnings.add(m_bad.warning(table.size(), "rows have a verdict on nothing that can be found"));
        if (!m_unknown.isEmpty()) {
            warnings.add(m_unknown.values().stream().mapToInt(Integer::intValue).sum() + " of " + table.size()
                + " rows have a verdict that is neither " + String.join(" nor ", m_meanings.keySet().stream().sorted()
                    .map(value -> "\"" + value + "\"").toList()) + ", and are left out: "
                + String.join(", ", m_unknown.keySet()) + ".");
        }
        return told;
    }

    private Outcome<Told> told(final DataRow row, final Verdict verdict) {
        final Outcome<ClipKey> key = m_keys.key(row);
        if (m_begin < 0 || m_end < 0) {
            return key.map(clip -> new Told(clip, Optional.empty(), verdict));
        }
        final Optional<LocalDateTime> begin = JudgedRows.time(row, m_begin);
        final Optional<LocalDateTime> end = JudgedRows.time(row, m_end);
        return begin.isEmpty() || end.isEmpty()
            ? Outcome.failed("The event's begin or end is missing, or no local date and time.")
            : key.map(clip -> new Told(clip, Optional.of(new Period(begin.get(), end.get())), verdict));
    }
}
