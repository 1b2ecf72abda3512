package org.geco.asd.nodes.table;

import java.util.Optional;

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

    /** Where a row tells its machine; the ID is −1 where it does not matter. */
    public record Cells(int type, int id) {
        /** @return where rows of a table tell their machine; fails if a column is missing or is no text */
        public static Cells on(final DataTableSpec spec, final String type, final Optional<String> id)
            throws InvalidSettingsException {
            return new Cells(Columns.require(spec, Titles.MACHINE_TYPE, type, StringValue.class),
                id.isEmpty() ? -1 : Columns.require(spec, Titles.MACHINE_ID, id.get(), StringValue.class));
        }

        /** @return what the row tells of the machine, which may be empty */
        public MachineId told(final DataRow row) {
            return new MachineId(ScoreCells.text(row.getCell(type)), id < 0 ? "" : ScoreCells.text(row.getCell(id)));
        }

        /** @return what the row does not tell of the machine: "machine type" or "machine ID" */
        Optional<String> missing(final DataRow row) {
            final MachineId told = told(row);
            return told.type().isEmpty() ? Optional.of("machine type")
                : Optional.of("machine ID").filter(what -> id >= 0 && told.id().isEmpty());
        }

        /** @return the machine, or that the row does not tell it */
        public Outcome<MachineId> of(final DataRow row) {
            return missing(row).<Outcome<MachineId>>map(what -> Outcome.failed("The " + what + " is missing."))
                .orElseGet(() -> Outcome.of(told(row)));
        }
    }

    /** @return where rows of a table tell their machine; fails if a column is missing or is no text */
    public Cells on(final DataTableSpec spec) throws InvalidSettingsException {
        return Cells.on(spec, m_type, Optional.of(m_id));
    }
}
