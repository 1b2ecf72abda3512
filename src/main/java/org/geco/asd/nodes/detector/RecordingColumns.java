package org.geco.asd.nodes.detector;

import org.geco.asd.audio.Section;
import org.geco.asd.cluster.Listed;
import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Recording;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Locations;
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
        final String path = m_place.of(row);
        return new Recording<>(row, m_machine.of(row), path.isEmpty() ? Outcome.failed("The row has no path.")
            : Outcome.attempt(() -> Locations.toSection(path)));
    }

    /** @return the same for a cluster, which also knows files that are not on this computer */
    Listed<DataRow> listed(final DataRow row) {
        final String path = m_place.of(row);
        return new Listed<>(row, m_machine.of(row), Locations.isElsewhere(path) ? Outcome.of(path)
            : recording(row).sound().map(Section::toString));
    }
}
