package org.geco.asd.nodes.learn;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeLogger;

/** Collects what a trainer reports and makes a table of it: one row for each epoch. */
public final class TrainingHistory implements TrainingListener {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(TrainingHistory.class);
    private final Columns m_columns;
    private final List<EpochReport> m_reports = new ArrayList<>();
    private final NodeWarnings m_warnings;

    /** The columns of a history: that of what is being trained (empty if there is but one), the metrics in order. */
    public record Columns(String part, List<String> metrics) {
        /** @return the table's spec: part, epoch, metrics, why training stopped */
        public DataTableSpec spec() {
            final DataTableSpecCreator creator = new DataTableSpecCreator();
            if (!part.isEmpty()) {
                add(creator, part, StringCell.TYPE);
            }
            add(creator, "Epoch", IntCell.TYPE);
            metrics.forEach(title -> add(creator, title, DoubleCell.TYPE));
            add(creator, "Stopped because", StringCell.TYPE);
            return creator.createSpec();
        }

        private static void add(final DataTableSpecCreator creator, final String title, final DataType type) {
            creator.addColumns(new DataColumnSpecCreator(title, type).createSpec());
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
    }

    @Override
    public void warning(final String message) {
        m_warnings.add(message);
    }

    /** @return the table */
    public BufferedDataTable toTable(final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(m_columns.spec());
        long row = 0;
        for (final EpochReport report : m_reports) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), cells(report)));
        }
        container.close();
        return container.getTable();
    }

    private List<DataCell> cells(final EpochReport report) {
        final List<DataCell> cells = new ArrayList<>();
        if (!m_columns.part().isEmpty()) {
            cells.add(new StringCell(report.part()));
        }
        cells.add(new IntCell(report.epoch()));
        for (final String metric : m_columns.metrics()) {
            final double value = report.metrics().getOrDefault(metric, Double.NaN);
            cells.add(Double.isNaN(value) ? new MissingCell("Not part of this training") : new DoubleCell(value));
        }
        cells.add(report.stopped().isEmpty() ? new MissingCell("Training went on") : new StringCell(report.stopped()));
        return cells;
    }
}
