package org.geco.asd.nodes.table;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Which columns say what machine a clip is of. */
public final class MachineColumns implements NodeParameters {
    @Widget(title = Titles.MACHINE_TYPE, description = "The column with the machine type, e.g. <i>fan</i>.")
    @ChoicesProvider(InputColumns.Text.class)
    String m_type = Columns.MACHINE_TYPE;

    @Widget(title = Titles.MACHINE_ID, description = """
            The column with the ID of the machine within its type. Scores are only ever compared between clips of the
            same machine.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_id = Columns.MACHINE_ID;

    /** @return the column with the machine type */
    public String type() {
        return m_type;
    }

    /** @return the column with the machine ID */
    public String id() {
        return m_id;
    }

    /** Where a row tells its machine. */
    public record Cells(int type, int id) {
        /** @return the machine, or that the row does not tell it */
        public Outcome<MachineId> of(final DataRow row) {
            final MachineId machine =
                new MachineId(ScoreCells.text(row.getCell(type)), ScoreCells.text(row.getCell(id)));
            return machine.type().isEmpty() || machine.id().isEmpty()
                ? Outcome.failed("the row does not tell the machine type and ID") : Outcome.of(machine);
        }
    }

    /** @return where rows of a table tell their machine; fails if a column is missing or is no text */
    public Cells on(final DataTableSpec spec) throws InvalidSettingsException {
        return new Cells(Columns.require(spec, Titles.MACHINE_TYPE, m_type, StringValue.class),
            Columns.require(spec, Titles.MACHINE_ID, m_id, StringValue.class));
    }
}
