package org.geco.asd.nodes.learn;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeLogger;

/** Collects what a trainer reports and makes a table of it: one row for each epoch. */
public final class TrainingHistory implements TrainingListener {
    static final String EPOCH = "Epoch";
    private static final NodeLogger LOGGER = NodeLogger.getLogger(TrainingHistory.class);
    private final Columns m_columns;
    private final List<EpochReport> m_reports = new ArrayList<>();
    private final List<String> m_said = new ArrayList<>();
    private final NodeWarnings m_warnings;

    /** The columns of a history: that of what is being trained (empty if there is but one), the metrics in order. */
    public record Columns(String part, List<String> metrics) {
        /** @return the table's spec: part, epoch, metrics, why training stopped */
        public DataTableSpec spec() {
            final List<DataColumnSpec> columns = new ArrayList<>();
            if (!part.isEmpty()) {
                columns.add(NewTable.text(part));
            }
            columns.add(NewTable.count(EPOCH));
            metrics.forEach(title -> columns.add(NewTable.number(title)));
            columns.add(NewTable.text("Stopped because"));
            return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
        }
    }

    /** Shows these columns, and passes warnings on. */
    public TrainingHistory(final Columns columns, final NodeWarnings warnings) {
        m_columns = columns;
        m_warnings = warnings;
    }

    @Override
    public void epochEnded(final EpochReport report) {
        m_reports.add(report);
    }

    @Override
    public void info(final String message) {
        LOGGER.info(message);
        m_said.add(message);
    }

    @Override
    public void warning(final String message) {
        m_warnings.add(message);
        m_said.add(message);
    }

    /** @return what was said during the training */
    List<String> said() {
        return m_said;
    }

    /** @return the table */
    public BufferedDataTable toTable(final ExecutionContext exec) {
        final NewTable table = new NewTable(exec, m_columns.spec());
        m_reports.forEach(report -> table.add(values(report).toArray()));
        return table.closed();
    }

    private List<Object> values(final EpochReport report) {
        final List<Object> values = new ArrayList<>();
        if (!m_columns.part().isEmpty()) {
            values.add(report.part());
        }
        values.add(report.epoch());
        for (final String metric : m_columns.metrics()) {
            final double value = report.metrics().getOrDefault(metric, Double.NaN);
            values.add(Double.isNaN(value) ? Outcome.failed("Not part of this training") : value);
        }
        values.add(report.stopped().isEmpty() ? Outcome.failed("Training went on") : report.stopped());
        return values;
    }
}
