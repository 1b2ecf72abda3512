package org.geco.asd.nodes.logmel;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.table.SpectrogramCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.node.ExecutionContext;

/** Computes the spectrogram of one row at a time, on as many threads as KNIME gives; keeps none of them in memory. */
final class LogMelCellFactory extends SingleCellFactory {

    private final ExecutionContext m_exec;

    private final LogMelExtractor m_extractor;

    private final ChannelChoice m_channel;

    private final int m_pathColumn;

    private final BadClips m_badClips;

    LogMelCellFactory(final DataColumnSpec newColumn, final ExecutionContext exec, final LogMelExtractor extractor,
        final ChannelChoice channel, final int pathColumn, final BadClips badClips) {
        super(true, newColumn);
        m_exec = exec;
        m_extractor = extractor;
        m_channel = channel;
        m_pathColumn = pathColumn;
        m_badClips = badClips;
    }

    @Override
    public DataCell getCell(final DataRow row, final long rowIndex) {
        try {
            final DataCell path = row.getCell(m_pathColumn);
            if (path.isMissing()) {
                throw new AsdException("Row \"" + row.getKey().getString() + "\" has no path.",
                    "Fill in the path of the sound file.");
            }
            final Spectrogram spectrogram = extract(((StringValue)path).getStringValue());
            return SpectrogramCell.create(m_exec.createFileStore("log-mel-" + rowIndex), spectrogram);
        } catch (AsdException e) {
            return m_badClips.add(rowIndex, e);
        } catch (IOException e) {
            // the disk, not the clip: the node cannot go on
            throw new UncheckedIOException("A spectrogram cannot be stored: " + e.getMessage(), e);
        }
    }

    private Spectrogram extract(final String path) throws AsdException {
        final float[] samples =
            AudioFiles.read(Locations.toPath(path), m_channel, m_extractor.settings().sampleRate());
        try {
            return m_extractor.extract(samples);
        } catch (AsdException e) {
            throw new AsdException("'" + path + "': " + e.getMessage(), e, e.resolutions().toArray(String[]::new));
        }
    }
}
