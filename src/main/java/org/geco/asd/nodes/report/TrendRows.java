package org.geco.asd.nodes.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.report.Trend;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Where the Anomaly Monitor's trend tells what: one day of a machine a row. */
record TrendRows(MachineColumns.Cells machine, int day, int deviation) {
    /** Fails if the table is another one. */
    static TrendRows on(final DataTableSpec spec) throws InvalidSettingsException {
        final int day = Columns.find(spec, Columns.DAY, StringValue.class);
        final int deviation = Columns.find(spec, Columns.DEVIATION, DoubleValue.class);
        if (day < 0 || deviation < 0) {
            throw NodeFailures.settings("The second table is no trend: it has no column \"" + Columns.DAY + "\" or \""
                + Columns.DEVIATION + "\".", "Connect the second output of the Anomaly Monitor, or nothing.");
        }
        return new TrendRows(new MachineColumns().on(spec), day, deviation);
    }

    /** @return the trends of the machines that have two days at least with a deviation from the usual */
    Map<MachineId, Trend> read(final BufferedDataTable table) {
        final Map<MachineId, SortedMap<LocalDate, Double>> days = new HashMap<>();
        for (final DataRow row : table) {
            final Outcome<Double> value = ScoreCells.value(row.getCell(deviation));
            if (value.isPresent()) {
                days.computeIfAbsent(machine.told(row), known -> new TreeMap<>())
                    .put(LocalDate.parse(ScoreCells.text(row.getCell(day))), value.value());
            }
        }
        final Map<MachineId, Trend> trends = new HashMap<>();
        days.forEach((known, deviations) -> {
            if (deviations.size() > 1) {
                trends.put(known, new Trend(deviations));
            }
        });
        return trends;
    }
}
