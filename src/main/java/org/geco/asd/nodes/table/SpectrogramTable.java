package org.geco.asd.nodes.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.geco.asd.clips.ClipChecks;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The spectrograms of the chosen rows of a table, as the learners want them. Holds some hundred bytes for each row, not
 * the spectrograms. Rows whose spectrogram is missing are left out and counted.
 */
public final class SpectrogramTable implements ClipSource {

    private final List<Clip> m_clips;

    private SpectrogramTable(final List<Clip> clips) {
        m_clips = clips;
    }

    private record Clip(SpectrogramValue cell, MachineId machine, String row) {
    }

    /**
     * @param table one clip a row
     * @param spectrogramColumn name of the column with the spectrograms
     * @param typeColumn name of the column with the machine type
     * @param idColumn name of the column with the machine ID
     * @param rows which rows
     * @param warnings told, in one sentence, how many of the rows have no spectrogram and why the first has none
     * @return the spectrograms of those rows, at least one, all of the same settings
     * @throws InvalidSettingsException if a column does not exist or has another type
     * @throws AsdException if no row is chosen, none of them has a spectrogram, a machine type or ID is missing, or the
     *         spectrograms were computed with different settings
     */
    public static SpectrogramTable of(final BufferedDataTable table, final String spectrogramColumn,
        final String typeColumn, final String idColumn, final RowSelection rows, final Consumer<String> warnings)
        throws InvalidSettingsException, AsdException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int spectrogram = Columns.require(spec, "Spectrograms", spectrogramColumn, SpectrogramValue.class);
        final int type = Columns.require(spec, "Machine type", typeColumn, StringValue.class);
        final int id = Columns.require(spec, "Machine ID", idColumn, StringValue.class);
        final RowSelection.RowTest chosen = rows.on(spec);
        final List<Clip> clips = new ArrayList<>();
        final Map<MachineId, MachineId> machines = new HashMap<>();
        final BadClips missing = new BadClips();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                if (!chosen.test(row)) {
                    continue;
                }
                final DataCell cell = row.getCell(spectrogram);
                if (cell.isMissing()) {
                    missing.add(missing.count(), reason(cell));
                } else {
                    final MachineId machine =
                        new MachineId(text(row, type, "machine type"), text(row, id, "machine ID"));
                    clips.add(new Clip((SpectrogramValue)cell, machines.computeIfAbsent(machine, m -> m),
                        row.getKey().getString()));
                }
            }
        }
        checkNotEmpty(clips, missing, rows);
        checkSameSettings(clips);
        missing.warning(missing.count() + clips.size(), "rows have no spectrogram and are left out")
            .ifPresent(warnings);
        return new SpectrogramTable(clips);
    }

    private static String text(final DataRow row, final int column, final String what) throws AsdException {
        final DataCell cell = row.getCell(column);
        if (cell.isMissing()) {
            throw new AsdException("Row \"" + row.getKey().getString() + "\" has no " + what + ".",
                "Fill in the " + what + " or remove the row.");
        }
        return ((StringValue)cell).getStringValue();
    }

    private static String reason(final DataCell missing) {
        final String reason = missing instanceof MissingValue value ? value.getError() : null;
        return reason == null ? "missing" : reason;
    }

    private static void checkNotEmpty(final List<Clip> clips, final BadClips missing, final RowSelection rows)
        throws AsdException {
        if (clips.isEmpty() && missing.count() == 0) {
            throw new AsdException("The table has no " + rows + ".",
                "Choose other rows in the settings, or connect a table that has such rows.");
        }
        if (clips.isEmpty()) {
            throw new AsdException("None of the " + missing.count() + " chosen rows has a spectrogram: "
                + missing.firstReason(),
                "Look at the reasons in the spectrogram column and correct the clips.");
        }
    }

    private static void checkSameSettings(final List<Clip> clips) throws AsdException {
        final Clip first = clips.get(0);
        for (final Clip clip : clips) {
            ClipChecks.sameMel(first.cell().getMelSettings(), "row \"" + first.row() + "\"",
                clip.cell().getMelSettings(), "row \"" + clip.row() + "\"");
        }
    }

    /** @return the settings that all spectrograms were computed with */
    public MelSettings settings() {
        return m_clips.get(0).cell().getMelSettings();
    }

    @Override
    public int size() {
        return m_clips.size();
    }

    @Override
    public MachineId machine(final int index) {
        return m_clips.get(index).machine();
    }

    @Override
    public String name(final int index) {
        return m_clips.get(index).row();
    }

    @Override
    public Spectrogram load(final int index) throws AsdException {
        try {
            return m_clips.get(index).cell().getSpectrogram();
        } catch (final AsdException e) {
            throw new AsdException("Row \"" + name(index) + "\": " + e.getMessage(), e,
                e.resolutions().toArray(String[]::new));
        }
    }
}
