package org.geco.asd.nodes.simulator;

import java.util.List;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.simulator.Fault;
import org.geco.asd.simulator.SimulatedClip;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The simulated clips as a table, one a row. */
final class SimulationTable {

    /** The fault in a clip; {@code none} for a healthy machine. */
    static final String FAULT = "Fault";

    static final DataTableSpec SPEC = new DataTableSpec(column(Columns.PATH), column(Columns.MACHINE_TYPE),
        column(Columns.MACHINE_ID), Columns.choice(Columns.SPLIT, Columns.TRAIN, Columns.TEST),
        Columns.choice(Columns.LABEL, Columns.NORMAL, Columns.ANOMALY), column(FAULT));

    private SimulationTable() {
    }

    static BufferedDataTable create(final ExecutionContext exec, final List<SimulatedClip> clips) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int i = 0; i < clips.size(); i++) {
            final SimulatedClip clip = clips.get(i);
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i),
                new StringCell(clip.clip().path().toString()), new StringCell(clip.clip().machine().type()),
                new StringCell(clip.clip().machine().id()), new StringCell(clip.clip().split().text()),
                new StringCell(clip.clip().label().text()),
                new StringCell(clip.fault().map(Fault::text).orElse("none"))));
        }
        container.close();
        return container.getTable();
    }

    private static DataColumnSpec column(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
