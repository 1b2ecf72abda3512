package org.geco.asd.bench.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.SoundClip;

/** A folder's recordings under any number of names, which are links to the same files, laid out as in DCASE 2020. */
final class LinkedClips {
    private final List<SoundClip> m_recordings;
    private final Path m_folder;

    /** @param folder for the links, on the file system of the recordings */
    LinkedClips(final Path recordings, final Path folder) throws AsdException {
        m_recordings = new ArrayList<>(Dataset.scan(recordings, Dataset.publicSchemes(true), ProgressMonitor.NONE,
            warning -> { }).clips());
        Checks.require(!m_recordings.isEmpty(), "There are no recordings in '" + recordings + "'.", "Name others.");
        m_folder = folder;
    }

    /** @return a folder of so many clips */
    Path of(final int clips) throws IOException {
        final Path set = m_folder.resolve("clips-" + clips);
        for (int i = 0; i < clips; i++) {
            final SoundClip recording = m_recordings.get(i % m_recordings.size());
            final Path test = Files.createDirectories(set.resolve(recording.machine().type()).resolve("test"));
            Files.createLink(test.resolve(
                String.format(Locale.ROOT, "normal_id_%s_%08d.wav", recording.machine().id(), i)), recording.path());
        }
        return set;
    }

    /** @return mean size of a recording */
    double bytes() throws IOException {
        double sum = 0;
        for (final SoundClip recording : m_recordings) {
            sum += Files.size(recording.path());
        }
        return sum / m_recordings.size();
    }
}
