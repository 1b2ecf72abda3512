package org.geco.asd.nodes.table;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
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
}
