package org.geco.asd.nodes.paelearner;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.train.EpochReport;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Collects what the trainer reports and makes a table of it: a row for each machine type and epoch. */
final class PaeHistory implements EpochReport.Listener {

    static final DataTableSpec SPEC = new DataTableSpec("PAE training",
        new DataColumnSpecCreator("Machine type", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Epoch", IntCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Training loss", DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Held-out loss", DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Learning rate", DoubleCell.TYPE).createSpec());

    private final List<EpochReport> m_reports = new ArrayList<>();

    private final List<String> m_warnings = new ArrayList<>();

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
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), new StringCell(report.part()),
                new IntCell(report.epoch()), cell(report, "loss"), cell(report, "held-out loss"),
                cell(report, "learning rate")));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell cell(final EpochReport report, final String metric) {
        final Double value = report.metrics().get(metric);
        return value == null ? new MissingCell("No clips were held out.") : new DoubleCell(value);
    }
}
