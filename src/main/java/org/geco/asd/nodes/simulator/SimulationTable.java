package org.geco.asd.nodes.simulator;

import java.util.List;

import org.geco.asd.dataset.SoundClip;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.simulator.Fault;
import org.geco.asd.simulator.MachineSoundSimulator.Clip;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The simulated clips as a table, one a row. */
final class SimulationTable {
    /** The fault in a clip; {@code none} for a healthy machine. */
    static final String FAULT = "Fault";

    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.PATH),
        NewTable.text(Columns.MACHINE_TYPE), NewTable.text(Columns.MACHINE_ID),
        Columns.choice(Columns.SPLIT, Columns.TRAIN, Columns.TEST),
        Columns.choice(Columns.LABEL, Columns.NORMAL, Columns.ANOMALY), NewTable.text(FAULT));

    private SimulationTable() { }

    static BufferedDataTable create(final ExecutionContext exec, final List<Clip> clips) {
        final NewTable table = new NewTable(exec, SPEC);
        for (final Clip simulated : clips) {
            final SoundClip clip = simulated.clip();
            table.add(clip.path().toString(), clip.machine().type(), clip.machine().id(), clip.split().text(),
                clip.label().text(), simulated.fault().map(Fault::text).orElse("none"));
        }
        return table.closed();
    }
}
