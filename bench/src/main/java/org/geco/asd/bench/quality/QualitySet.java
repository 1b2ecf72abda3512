package org.geco.asd.bench.quality;

import java.nio.file.Path;
import java.util.List;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.mel.Waveforms;

/** A data set by its name; the spectrograms are computed when the first is asked for, and then stay in memory. */
final class QualitySet {
    private static final double HELD_OUT_SHARE = 0.2;
    private final String m_name;
    private final Path m_folder;
    private final Dataset m_dataset;
    private List<Outcome<Spectrogram>> m_spectrograms = List.of();

    /**
     * @param name in tables
     * @param folder of recordings in any layout that the reader knows
     * @throws AsdException if it holds none
     */
    QualitySet(final String name, final Path folder) throws AsdException {
        m_name = name;
        m_folder = folder.toAbsolutePath().normalize();
        m_dataset = Dataset.scan(folder, Dataset.publicSchemes(true), ProgressMonitor.NONE, warning -> { });
    }

    String name() {
        return m_name;
    }

    /**
     * @param seed of what is held out
     * @return the clips, some of the training clips of every machine marked as held out
     */
    List<SoundClip> clips(final long seed) throws AsdException {
        return m_dataset.withHeldOut(HELD_OUT_SHARE, seed, warning -> { }).clips();
    }

    /** @return the clip's path in the folder, '/' between its parts */
    String path(final SoundClip clip) {
        return m_folder.relativize(clip.path()).toString().replace('\\', '/');
    }

    synchronized Spectrogram spectrogram(final int clip) throws AsdException {
        if (m_spectrograms.isEmpty()) {
            final LogMelExtractor extractor = new LogMelExtractor(MelSettings.PAPER);
            m_spectrograms = m_dataset.clips().parallelStream().map(c -> Outcome.attempt(() -> extractor.extract(
                AudioFiles.read(c.path(), ChannelChoice.MEAN, extractor.settings().sampleRate())))).toList();
        }
        return m_spectrograms.get(clip).get();
    }

    /** @return the spectrogram with the waveform, which is read each time */
    Spectrogram heard(final int clip) throws AsdException {
        return new Waveforms(ChannelChoice.MEAN, 1).beside(spectrogram(clip),
            Section.whole(m_dataset.clips().get(clip).path()));
    }
}
