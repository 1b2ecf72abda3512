package org.geco.asd.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.IfExists;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.MachineType;
import org.geco.asd.simulator.SimulatorSettings;

/**
 * Data sets of any number of clips, cheaply: some hundred different recordings, each under many names, which are links
 * to the same file. To the nodes they are as many clips as there are names.
 */
final class ClipFolder {

    private static final int IDS_PER_TYPE = 3;

    private static final int CLIPS_PER_MACHINE = 25;

    private static final int SNR_DB = 6;

    private final List<MachineSoundSimulator.Clip> m_recordings;

    private final Path m_folder;

    /**
     * Simulates the recordings: 4 machine types, 3 machines each, 25 clips each.
     *
     * @param folder where everything goes, on a file system with hard links
     * @param seconds length of a clip
     * @throws AsdException if they cannot be written
     */
    ClipFolder(final Path folder, final double seconds) throws AsdException {
        m_folder = folder;
        final SimulatorSettings settings = new SimulatorSettings(List.of(MachineType.values()).subList(0, 4),
            IDS_PER_TYPE, CLIPS_PER_MACHINE, 0, 0, seconds, SNR_DB, 0, 1);
        m_recordings = MachineSoundSimulator.write(settings,
            MachineSoundSimulator.output(folder.resolve("recordings"), IfExists.OVERWRITE), ProgressMonitor.NONE);
    }

    /** @return number of different recordings */
    int recordings() {
        return m_recordings.size();
    }

    /**
     * @param clips number of clips
     * @return a data set of so many normal clips of all machines, laid out as DCASE 2020
     * @throws IOException if links cannot be made
     */
    Path of(final int clips) throws IOException {
        final Path set = m_folder.resolve("clips-" + clips);
        for (int i = 0; i < clips; i++) {
            final MachineSoundSimulator.Clip recording = m_recordings.get(i % m_recordings.size());
            final String type = recording.clip().machine().type();
            final Path train = set.resolve(type).resolve("train");
            if (i < m_recordings.size()) {
                Files.createDirectories(train);
            }
            Files.createLink(
                train.resolve(String.format("normal_id_%s_%08d.wav", recording.clip().machine().id(), i)),
                recording.clip().path());
        }
        return set;
    }

    /** @return the smallest number of bytes that a recording takes, if it can be told */
    Optional<Long> bytes() {
        try {
            return Optional.of(Files.size(m_recordings.get(0).clip().path()));
        } catch (final IOException e) {
            return Optional.empty();
        }
    }
}
