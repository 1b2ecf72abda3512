package org.geco.asd.nodes.gecolearner;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.geco.GecoHistory;
import org.geco.asd.nn.train.EpochReport;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The second output: one row for each epoch. */
final class HistoryTable implements EpochReport.Listener {

    /** Epoch and metrics. */
    static final DataTableSpec SPEC = createSpec();

    private final List<EpochReport> m_reports = new ArrayList<>();

    private final List<String> m_warnings = new ArrayList<>();

    private static DataTableSpec createSpec() {
        final DataTableSpecCreator creator = new DataTableSpecCreator();
        creator.addColumns(new DataColumnSpecCreator("Epoch", IntCell.TYPE).createSpec());
        for (final String metric : GecoHistory.METRICS) {
            creator.addColumns(new DataColumnSpecCreator(metric, DoubleCell.TYPE).createSpec());
        }
        return creator.createSpec();
    }

    @Override
    public void epochEnded(final EpochReport report) {
        m_reports.add(report);
    }

    @Override
    public void warning(final String message) {
        m_warnings.add(message);
    }

    List<String> warnings() {
        return m_warnings;
    }

    BufferedDataTable toTable(final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        long row = 0;
        for (final EpochReport report : m_reports) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), cells(report)));
        }
        container.close();
        return container.getTable();
    }

    private static List<DataCell> cells(final EpochReport report) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new IntCell(report.epoch()));
        for (final String metric : GecoHistory.METRICS) {
            final double value = report.metrics().get(metric);
            cells.add(Double.isNaN(value) ? new MissingCell("Not part of this training") : new DoubleCell(value));
        }
        return cells;
    }
}
