package org.geco.asd.nodes.monitor;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.calibration.ThresholdFeedback;
import org.geco.asd.calibration.ThresholdFeedback.Machine;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What verdicts do to the thresholds, as a table. */
final class FeedbackTable {
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.count("Confirmed events"), NewTable.count("Rejected clips"),
        NewTable.number("Threshold before"), NewTable.count("False alarms before"), NewTable.count("Found before"),
        NewTable.number("Threshold suggested"), NewTable.count("False alarms suggested"),
        NewTable.count("Found suggested"), NewTable.number("Threshold now"), NewTable.count("False alarms now"),
        NewTable.count("Found now"), NewTable.text("Note"));

    private FeedbackTable() { }

    /** Warns of thresholds that changed, and of faults that are lost, or would be. */
    static BufferedDataTable create(final ExecutionContext exec, final ThresholdFeedback feedback,
        final NodeWarnings warnings) {
        final List<String> changed = new ArrayList<>();
        final List<String> losing = new ArrayList<>();
        try (NewTable table = new NewTable(exec, SPEC)) {
            for (final Machine each : feedback.machines()) {
                final String note = note(each);
                table.add(each.machine().type(), each.machine().id(), each.confirmed(), each.rejected(),
                    each.before().threshold(), each.before().falseAlarms(), each.before().found(),
                    each.suggested().threshold(), each.suggested().falseAlarms(), each.suggested().found(),
                    each.after().threshold(), each.after().falseAlarms(), each.after().found(), note);
                if (each.losesEvents()) {
                    losing.add(each.machine() + ": " + note + ".");
                } else if (!each.after().threshold().equals(each.before().threshold())) {
                    changed.add(each.machine().toString());
                }
            }
            if (!changed.isEmpty()) {
                warnings.add("Verdicts changed the thresholds of " + changed.size() + " machines: "
                    + String.join(", ", changed) + ".");
            }
            losing.forEach(warnings::add);
            return table.closed();
        }
    }

    private static String note(final Machine machine) {
        if (!machine.losesEvents()) {
            return "";
        }
        final String events = " of " + machine.confirmed() + " confirmed events ";
        return machine.after().equals(machine.suggested())
            ? "the threshold finds " + machine.after().found() + events + "only, as was allowed"
            : "the threshold that the verdicts suggest would find " + machine.suggested().found() + events
                + "only, so the false alarms do not count, and the models have to learn them";
    }
}
