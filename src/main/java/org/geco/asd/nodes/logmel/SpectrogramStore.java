package org.geco.asd.nodes.logmel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.table.SpectrogramCell;
import org.knime.core.data.DataCell;
import org.knime.core.node.ExecutionContext;

/** Stores spectrograms, wherever they were computed, and counts what is bad or suspicious. Thread-safe. */
final class SpectrogramStore {
    private final ExecutionContext m_exec;
    private final ChannelChoice m_channel;
    private final BadClips m_badClips = new BadClips();
    private final SoundWarnings m_sounds = new SoundWarnings();

    /** @param channel of which they are */
    SpectrogramStore(final ExecutionContext exec, final ChannelChoice channel) {
        m_exec = exec;
        m_channel = channel;
    }

    /** Hears what is known of the samples of a row. */
    void add(final long row, final SoundFacts facts) {
        m_sounds.add(row, facts);
    }

    /** @return the cell of a row with a clip's spectrogram, or a missing one with the reason */
    DataCell cell(final long row, final String clip, final Outcome<Spectrogram> spectrogram) {
        return m_badClips.cell(row, spectrogram, found -> {
            m_sounds.add(row, clip, found);
            return store(row, found);
        });
    }

    private DataCell store(final long row, final Spectrogram spectrogram) {
        try {
            return SpectrogramCell.create(m_exec.createFileStore("log-mel-" + row), spectrogram, m_channel);
        } catch (IOException e) {
            // the disk, not the clip: the node cannot go on
            throw new UncheckedIOException("A spectrogram cannot be stored: " + e.getMessage(), e);
        }
    }

    /** @return the warnings that count the clips of so many that are bad or suspicious, after all were asked for */
    List<String> warnings(final long clips) {
        return Stream.concat(m_badClips.warning(clips, "clips have no spectrogram").stream(),
            m_sounds.of(clips).stream()).toList();
    }
}
