package org.geco.asd.nodes.detector;

import org.geco.asd.cluster.Listed;
import org.geco.asd.detector.Recording;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/** Where a table has recordings and their machines. */
final class RecordingColumns {
    private final ClipPlace m_place;
    private final MachineColumns.Cells m_machine;

    RecordingColumns(final DataTableSpec spec, final String path, final MachineColumns machine)
        throws InvalidSettingsException {
        m_place = ClipPlace.on(spec, Columns.require(spec, Titles.PATH, path, StringValue.class));
        m_machine = machine.on(spec);
    }

    Recording<DataRow> recording(final DataRow row) {
        return new Recording<>(row, m_machine.of(row), m_place.sound(row));
    }

    /** @return the same for a cluster, which also knows files that are not on this computer */
    Listed<DataRow> listed(final DataRow row) {
        return Listed.ofMachine(row, m_machine.of(row), m_place.listed(row));
    }
}
