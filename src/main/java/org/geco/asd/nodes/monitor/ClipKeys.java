package org.geco.asd.nodes.monitor;

import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.FileState;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/** Where a table says which clip a row is of. */
final class ClipKeys {
    private final int m_path;
    private final int m_start;
    private final MachineColumns.Cells m_machine;

    private String m_lastPath = "";
    private Optional<FileState> m_lastState = Optional.empty();

    /** Fails if a column is missing; that of the start may be. */
    ClipKeys(final DataTableSpec spec, final String path, final MachineColumns machine)
        throws InvalidSettingsException {
        m_path = Columns.require(spec, Titles.PATH, path, StringValue.class);
        m_start = Columns.find(spec, Columns.START, DoubleValue.class);
        m_machine = machine.on(spec);
    }

    /** @return the clip, or what the row does not tell of it */
    Outcome<ClipKey> key(final DataRow row) {
        final String path = ScoreCells.text(row.getCell(m_path));
        return path.isEmpty() ? Outcome.failed("The row has no path.")
            : m_machine.of(row).map(machine -> new ClipKey(machine, path, number(row, m_start).orElse(0.0)));
    }

    /** @return a number that the table may lack, in a column that may be −1 */
    static Optional<Double> number(final DataRow row, final int column) {
        return column < 0 ? Optional.empty() : ScoreCells.value(row.getCell(column)).toOptional();
    }

    /** @return what the clip's file is like now, if there is one; looks once for the clips of a file */
    Optional<FileState> state(final ClipKey key) {
        if (!key.path().equals(m_lastPath)) {
            final Outcome<Path> file = Outcome.attempt(() -> Locations.toPath(key.path()));
            m_lastState = file.toOptional().flatMap(FileState::of);
            m_lastPath = key.path();
        }
        return m_lastState;
    }
}
