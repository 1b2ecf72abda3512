package org.geco.asd.nodes.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.audio.Section;
import org.geco.asd.clips.ClipChecks;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.mel.Waveforms;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
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
    private final Optional<Waveforms> m_waveforms;

    private SpectrogramTable(final List<Clip> clips, final Optional<Waveforms> waveforms) {
        m_clips = clips;
        m_waveforms = waveforms;
    }

    /** The sound is there if waveforms are wanted. */
    private record Clip(SpectrogramValue cell, MachineId machine, String recording, String row, boolean isHeldOut,
        Optional<Outcome<Section>> sound) { }

    /**
     * Which columns and rows of a table are read.
     *
     * @param rows rows to train on
     * @param heldOut column whose rows <i>held-out</i> are read, too, to be measured; empty for none
     * @param label column whose anomalies are left out, if the table has it
     * @param waveforms where recordings are, if they are read, too
     */
    public record Input(String spectrogram, String type, String id, RowSelection rows, Optional<String> heldOut,
        Optional<String> label, Optional<WaveformColumn> waveforms) {
        /** @return what the columns of such a table say; fails if one does not exist or has another type */
        public Found on(final DataTableSpec spec) throws InvalidSettingsException {
            final int heldOutIndex = heldOut.isEmpty() ? -1
                : Columns.require(spec, Titles.HELD_OUT_COLUMN, heldOut.get(), StringValue.class);
            final Optional<WaveformColumn.Found> sounds =
                waveforms.isEmpty() ? Optional.empty() : Optional.of(waveforms.get().on(spec));
            return new Found(Columns.require(spec, Titles.SPECTROGRAMS, spectrogram, SpectrogramValue.class),
                MachineColumns.Cells.on(spec, type, Optional.of(id)), rows.on(spec),
                row -> heldOutIndex >= 0 && ScoreCells.text(row.getCell(heldOutIndex)).equals(Columns.HELD_OUT),
                sounds);
        }
    }

    /** The columns of one table by their index. */
    public record Found(int spectrogram, MachineColumns.Cells machine, RowSelection.RowTest rows,
        RowSelection.RowTest heldOut, Optional<WaveformColumn.Found> waveforms) {
        private Optional<Outcome<Section>> sound(final DataRow row) {
            return waveforms.map(column -> column.place().sound(row));
        }

        private MachineId machine(final DataRow row) throws AsdException {
            final Optional<String> missing = machine.missing(row);
            if (missing.isPresent()) {
                throw new AsdException("Row \"" + row.getKey().getString() + "\" has no " + missing.get() + ".",
                    "Fill in the " + missing.get() + " or remove the row.");
            }
            return machine.told(row);
        }
    }

    /**
     * @param warnings told, in one sentence each, how many rows are left out and why the first is
     * @return the spectrograms of the chosen rows, at least one, all of the same settings
     * @throws AsdException if no row is chosen, none of them can be used, a machine type or ID is missing, or the
     *             spectrograms were computed with different settings
     */
    public static SpectrogramTable of(final BufferedDataTable table, final Input input,
        final Consumer<String> warnings) throws InvalidSettingsException, AsdException {
        final Found found = input.on(table.getDataTableSpec());
        final List<Clip> clips = new ArrayList<>();
        final Map<MachineId, MachineId> machines = new HashMap<>();
        final ClipPlace place = ClipPlace.on(table.getDataTableSpec());
        final Map<String, String> recordings = new HashMap<>();
        final BadClips missing = new BadClips();
        final LabelledAnomalies anomalies = new LabelledAnomalies(table.getDataTableSpec(), input.label());
        final RepeatedClips repeated = new RepeatedClips();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final boolean isHeldOut = found.heldOut().test(row);
                final DataCell cell = row.getCell(found.spectrogram());
                if (!isHeldOut && !found.rows().test(row)) {
                    repeated.add(row, cell, false);
                } else if (cell.isMissing()) {
                    missing.add(missing.count(), reason(cell));
                } else if (!anomalies.leavesOut(row)) {
                    final MachineId machine = found.machine(row);
                    clips.add(new Clip((SpectrogramValue)cell, machines.computeIfAbsent(machine, m -> m),
                        recordings.computeIfAbsent(place.recording(row), r -> r), row.getKey().getString(), isHeldOut,
                        found.sound(row)));
                    repeated.add(row, cell, !isHeldOut);
                }
            }
        }
        checkNotEmpty(clips, missing, anomalies, input.rows());
        checkSameSettings(clips);
        warn(clips, missing, anomalies, input, warnings);
        repeated.warnings().forEach(warnings);
        return new SpectrogramTable(clips, input.waveforms().map(WaveformColumn::waveforms));
    }

    private static void warn(final List<Clip> clips, final BadClips missing, final LabelledAnomalies anomalies,
        final Input input, final Consumer<String> warnings) {
        final long all = missing.count() + anomalies.count() + clips.size();
        missing.warning(all, "rows have no spectrogram and are left out").ifPresent(warnings);
        anomalies.warning(all).ifPresent(warnings);
        if (input.heldOut().isPresent() && clips.stream().noneMatch(Clip::isHeldOut)) {
            warnings.accept("No row is \"" + Columns.HELD_OUT + "\" in the column \"" + input.heldOut().get()
                + "\": there is nothing to measure the training on.");
        }
    }

    private static String reason(final DataCell missing) {
        final String reason = missing instanceof MissingValue value ? value.getError() : null;
        return reason == null ? "missing" : reason;
    }

    private static void checkNotEmpty(final List<Clip> clips, final BadClips missing, final LabelledAnomalies anomalies,
        final RowSelection rows) throws AsdException {
        if (clips.isEmpty() && missing.count() == 0 && anomalies.count() > 0) {
            throw new AsdException("All of the " + anomalies.count() + " chosen rows are labelled as anomalies.",
                "Choose rows of normal clips to learn from.");
        }
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
    public Object recording(final int index) {
        return m_clips.get(index).recording();
    }

    @Override
    public boolean isHeldOut(final int index) {
        return m_clips.get(index).isHeldOut();
    }

    @Override
    public Spectrogram load(final int index) throws AsdException {
        try {
            final Clip clip = m_clips.get(index);
            final Spectrogram spectrogram = clip.cell().getSpectrogram();
            return clip.sound().isEmpty() ? spectrogram
                : m_waveforms.orElseThrow().beside(spectrogram, clip.sound().get().get());
        } catch (final AsdException e) {
            throw new AsdException("Row \"" + name(index) + "\": " + e.getMessage(), e,
                e.resolutions().toArray(String[]::new));
        }
    }
}
