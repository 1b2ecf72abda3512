package org.geco.asd.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.Tensor;
import org.geco.asd.files.WholeFile;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * Spectrograms in a folder that each worker has mounted: computed once, read by each training and in each epoch.
 *
 * @param folder which must be there: one that a worker makes is not that of the others
 */
public record SpectrogramFiles(String folder) implements Serializable {
    private static final String KIND = "spectrogram";
    private static final String VALUES = "values";
    private static final int FOLDERS = 2;

    private Path file(final String clip) {
        final String hash = Hashes.sha256(clip.getBytes(StandardCharsets.UTF_8));
        return Path.of(folder, hash.substring(0, FOLDERS), hash + ".spectrogram");
    }

    /** Keeps a clip's spectrogram, bit for bit. */
    public void write(final String clip, final Spectrogram spectrogram) throws AsdException {
        Checks.require(Files.isDirectory(Path.of(folder)), "There is no folder '" + folder + "' here.",
            "Name a folder for the job's files that the driver and each worker have mounted under the same path.");
        final Path file = file(clip);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, out -> {
                try (ArchiveWriter archive = new ArchiveWriter(out)) {
                    archive.settings(KIND, spectrogram.settings());
                    archive.array(VALUES, new Tensor(new long[]{spectrogram.frames(), spectrogram.mels()},
                        spectrogram.values()));
                }
            });
        } catch (final IOException e) {
            throw new AsdException("The spectrogram of '" + clip + "' cannot be written to '" + file + "': "
                + e.getMessage(), e, "Check that the driver and the workers may write there, and that there is room.");
        }
    }

    /** @return what was written */
    public Spectrogram read(final String clip) throws AsdException {
        final Path file = file(clip);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            final Archive archive = Archive.read(in);
            final MelSettings mel = archive.settings(KIND, MelSettings.class);
            final Tensor values = Optional.ofNullable(archive.arrays("").get(VALUES))
                .orElseThrow(() -> new IOException("it has no values"));
            return new Spectrogram(mel, (int)values.shape()[0], values.values());
        } catch (final IOException | IllegalArgumentException e) {
            throw new AsdException("The spectrogram of '" + clip + "' cannot be read from '" + file + "': "
                + e.getMessage(), e, "Check that each worker has the folder mounted.",
                "Or choose another folder for the job's files, and start anew.");
        }
    }
}
