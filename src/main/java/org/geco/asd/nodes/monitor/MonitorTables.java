package org.geco.asd.nodes.monitor;

import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.monitor.Day;
import org.geco.asd.monitor.Drift;
import org.geco.asd.monitor.Event;
import org.geco.asd.monitor.Monitor;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What the Anomaly Monitor tells, as tables. */
final class MonitorTables {
    static final String BEGIN = "Begin";
    static final String END = "End";
    static final String LOWEST_P = "Lowest p-value";
    static final String CLIPS = "Anomalous clips";
    static final String NEW = "New";
    static final String RUN = "Run";

    static final DataTableSpec EVENTS = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.text(BEGIN), NewTable.text(END), NewTable.number("Peak score"),
        NewTable.number(LOWEST_P), NewTable.count(CLIPS), NewTable.text(Columns.PATH), NewTable.number(Columns.START),
        NewTable.flag(NEW), NewTable.count(RUN));

    static final DataTableSpec TREND = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.text(Columns.DAY), NewTable.count("Clips"), NewTable.count(CLIPS),
        NewTable.number("Anomalous share"), NewTable.number("Median score"), NewTable.number(Columns.DEVIATION));

    static final DataTableSpec DRIFT = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.count("Clips"), NewTable.count("Normal clips"),
        NewTable.number("p-value of the scores"), NewTable.number("Higher scores"),
        NewTable.number("p-value of the levels"), NewTable.number("Higher levels"), NewTable.text("Cause"),
        NewTable.text("What to do"));

    private MonitorTables() { }

    static BufferedDataTable events(final ExecutionContext exec, final Monitor monitor) {
        try (NewTable table = new NewTable(exec, EVENTS)) {
            for (final Event event : monitor.events()) {
                table.add(event.machine().type(), event.machine().id(), event.start().toString(),
                    event.end().toString(), event.peak(), event.lowestP().<Outcome<Double>>map(Outcome::of)
                        .orElseGet(() -> Outcome.failed("the clips have no p-value")), event.clips(),
                    event.listen().path(), event.listen().start(), event.isNew(), monitor.run());
            }
            return table.closed();
        }
    }

    static BufferedDataTable trend(final ExecutionContext exec, final List<Day> trend) {
        try (NewTable table = new NewTable(exec, TREND)) {
            for (final Day day : trend) {
                table.add(day.machine().type(), day.machine().id(), day.date().toString(), day.clips(),
                    day.anomalous(), day.share(), day.median(), day.deviation());
            }
            return table.closed();
        }
    }

    static BufferedDataTable drift(final ExecutionContext exec, final List<Drift> drift) {
        try (NewTable table = new NewTable(exec, DRIFT)) {
            for (final Drift each : drift) {
                table.add(each.machine().type(), each.machine().id(), each.tonight(), each.usual(),
                    each.scores().map(Drift.Shift::pValue), each.scores().map(Drift.Shift::superiority),
                    each.levels().map(Drift.Shift::pValue), each.levels().map(Drift.Shift::superiority),
                    each.cause().text(), each.advice());
            }
            return table.closed();
        }
    }
}
