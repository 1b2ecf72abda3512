package org.geco.asd.nodes.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.geco.asd.calibration.MachineThreshold;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The thresholds as a table. */
final class ThresholdTable {
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.count("Held-out clips"), NewTable.number(Columns.THRESHOLD),
        NewTable.number("False-alarm rate"), NewTable.number("Gamma threshold"), NewTable.text("Note"));
    private static final int NAMED = 3;

    private ThresholdTable() { }

    /** Warns of machines whose clips are too few. */
    static BufferedDataTable create(final ExecutionContext exec, final ThresholdModel model,
        final NodeWarnings warnings) {
        final NewTable table = new NewTable(exec, SPEC);
        final List<String> limited = new ArrayList<>();
        for (final Map.Entry<MachineId, MachineThreshold> entry : model.thresholds().entrySet()) {
            final MachineThreshold machine = entry.getValue();
            table.add(entry.getKey().type(), entry.getKey().id(), machine.clips(), machine.threshold(), machine.rate(),
                machine.gamma().map(fit -> fit.threshold(model.settings().rate())), machine.note());
            if (machine.isLimited()) {
                limited.add(entry.getKey() + ": " + machine.note() + ".");
            }
        }
        if (!limited.isEmpty()) {
            warnings.add("The false-alarm rate " + model.settings().rate() + " is not promised for " + limited.size()
                + " of " + model.thresholds().size() + " machines. "
                + String.join(" ", limited.subList(0, Math.min(NAMED, limited.size())))
                + (limited.size() > NAMED ? " …" : ""));
        }
        return table.closed();
    }
}
