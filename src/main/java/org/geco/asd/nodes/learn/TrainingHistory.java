package org.geco.asd.nodes.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.pictures.TrainingCurve;
import org.geco.asd.pictures.TrainingCurve.Course;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeLogger;

/** Collects what a trainer reports and makes a table of it: one row for each epoch. */
public final class TrainingHistory implements TrainingListener {
    static final String EPOCH = "Epoch";
    private static final Pattern LOSS = Pattern.compile("loss$|^L_|L_CE$");
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

    /** @return the losses of each training as a PNG file */
    byte[] picture(final String method) {
        final Map<String, List<EpochReport>> parts = m_reports.stream()
            .collect(Collectors.groupingBy(EpochReport::part, LinkedHashMap::new, Collectors.toList()));
        final List<String> losses = m_columns.metrics().stream().filter(metric -> LOSS.matcher(metric).find()
            && m_reports.stream().anyMatch(report -> Double.isFinite(value(report, metric)))).toList();
        return TrainingCurve.png(method + ": course of the training",
            parts.values().stream().map(reports -> course(reports, losses)).toList());
    }

    private static Course course(final List<EpochReport> reports, final List<String> losses) {
        final Map<String, double[]> values = new LinkedHashMap<>();
        losses.forEach(loss -> values.put(loss, reports.stream()
            .mapToDouble(report -> value(report, loss)).toArray()));
        final EpochReport last = reports.get(reports.size() - 1);
        return new Course(last.part(), reports.stream().mapToDouble(EpochReport::epoch).toArray(), values,
            last.stopped().isEmpty() ? last.epoch() : last.kept());
    }

    private static double value(final EpochReport report, final String metric) {
        return report.metrics().getOrDefault(metric, Double.NaN);
    }

    private List<Object> values(final EpochReport report) {
        final List<Object> values = new ArrayList<>();
        if (!m_columns.part().isEmpty()) {
            values.add(report.part());
        }
        values.add(report.epoch());
        for (final String metric : m_columns.metrics()) {
            final double value = value(report, metric);
            values.add(Double.isNaN(value) ? Outcome.failed("Not part of this training") : value);
        }
        values.add(report.stopped().isEmpty() ? Outcome.failed("Training went on") : report.stopped());
        return values;
    }
}
