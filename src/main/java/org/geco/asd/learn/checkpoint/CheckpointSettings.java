package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.SafeName;

/**
 * Whether, where and how often checkpoints are written.
 *
 * @param folder their folder; empty for no checkpoints
 * @param every epochs from one checkpoint to the next, 1 or more
 */
public record CheckpointSettings(Optional<Path> folder, int every) {

    /** No checkpoints. */
    public static final CheckpointSettings NONE = new CheckpointSettings(Optional.empty(), 1);

    /**
     * Makes the folder if need be and writes something there, so that a folder that cannot be written to is noticed
     * before hours of training.
     *
     * @throws AsdException if a setting is out of its range or the folder cannot be written to
     */
    public void check() throws AsdException {
        if (every < 1) {
            throw new AsdException("A checkpoint is to be written every " + every + " epochs.",
                "Choose 1 or more epochs.");
        }
        if (folder.isPresent()) {
            try {
                Files.createDirectories(folder.get());
                Files.delete(Files.createTempFile(folder.get(), "geco", ".probe"));
            } catch (final IOException | SecurityException e) {
                throw new AsdException("Checkpoints cannot be written to the folder " + folder.get() + ": " + e + ".",
                    e, "Choose a folder that you may write to, and check that the disk is not full.",
                    "Or leave the checkpoint folder empty to train without checkpoints.");
            }
        }
    }

    /**
     * Checks, and keeps others out.
     *
     * @param name name of the trainings that must not use the folder at the same time
     * @return to be closed when training ends
     * @throws AsdException if a setting is out of its range, the folder cannot be written to, or is in use now
     */
    public CheckpointLock open(final String name) throws AsdException {
        check();
        return folder.isEmpty() ? CheckpointLock.none() : CheckpointLock.of(folder.get().resolve(name + ".lock"));
    }

    /**
     * @param name name of a training, different for each that uses the folder
     * @return where its checkpoints are
     */
    public CheckpointStore store(final String name) {
        if (folder.isEmpty()) {
            return CheckpointStore.NONE;
        }
        return new CheckpointFiles(folder.get(), SafeName.of(name), every);
    }
}
