package org.geco.asd.nodes.logmel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.SpectrogramCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.node.ExecutionContext;

/** Computes the spectrogram of one row at a time, on as many threads as KNIME gives; keeps none of them in memory. */
final class LogMelCellFactory extends SingleCellFactory {
    private final ExecutionContext m_exec;
    private final Features.Extractor m_features;
    private final ClipPlace m_place;
    private final BadClips m_badClips = new BadClips();
    private final SoundWarnings m_sounds = new SoundWarnings();

    LogMelCellFactory(final DataColumnSpec newColumn, final ExecutionContext exec,
        final Features.Extractor features, final ClipPlace place) {
        super(true, newColumn);
        m_exec = exec;
        m_features = features;
        m_place = place;
    }

    @Override
    public DataCell getCell(final DataRow row, final long rowIndex) {
        return m_badClips.cell(rowIndex, Outcome.attempt(() -> extract(row, rowIndex)), spectrogram ->
            store(spectrogram, rowIndex));
    }

    private Spectrogram extract(final DataRow row, final long rowIndex) throws AsdException {
        final String path = m_place.of(row);
        if (path.isEmpty()) {
            throw new AsdException("Row \"" + row.getKey().getString() + "\" has no path.",
                "Fill in the path of the sound file.");
        }
        final Spectrogram spectrogram =
            m_features.of(Locations.toSection(path), facts -> m_sounds.add(rowIndex, facts));
        m_sounds.add(rowIndex, path, spectrogram);
        return spectrogram;
    }

    /** @return the warnings that count the clips of so many that are bad or suspicious, after all were asked for */
    List<String> warnings(final long clips) {
        return Stream.concat(m_badClips.warning(clips, "clips have no spectrogram").stream(),
            m_sounds.of(clips).stream()).toList();
    }

    private DataCell store(final Spectrogram spectrogram, final long rowIndex) {
        try {
            return SpectrogramCell.create(m_exec.createFileStore("log-mel-" + rowIndex), spectrogram,
                m_features.channel());
        } catch (IOException e) {
            // the disk, not the clip: the node cannot go on
            throw new UncheckedIOException("A spectrogram cannot be stored: " + e.getMessage(), e);
        }
    }
}
