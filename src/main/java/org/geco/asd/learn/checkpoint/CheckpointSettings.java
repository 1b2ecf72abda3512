package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.SafeName;

/**
 * In which folder, if any, and every how many epochs, 1 or more, checkpoints are written.
 *
 * @param kept whether they stay when a training is complete, each training's beside all others' in the folder
 */
public record CheckpointSettings(Optional<Path> folder, int every, boolean kept) {
    /** No checkpoints. */
    public static final CheckpointSettings NONE = new CheckpointSettings(Optional.empty(), 1, false);

    /**
     * Fails if a setting is out of its range, or if nothing can be written to the folder, which is made if need be, so
     * that this is noticed before hours of training.
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
     * Checks, and keeps others of this name, and settings if checkpoints are kept, out until the lock is closed. Fails
     * if they are in use now; if checkpoints are kept, the folder is shared on purpose: then it waits for the other
     * one, which may learn from other clips, until the user cancels.
     */
    public CheckpointLock open(final String name, final Record training, final ProgressMonitor progress)
        throws AsdException {
        check();
        if (folder.isEmpty()) {
            return CheckpointLock.none();
        }
        final Path file = folder.get().resolve(name(name, Fingerprint.of(name).with(training)) + ".lock");
        return kept ? CheckpointLock.await(file, progress) : CheckpointLock.of(file);
    }

    /** @return where the checkpoints of a training are; the name is different from others of the same learner */
    public CheckpointStore store(final String name, final Fingerprint training) {
        if (folder.isEmpty()) {
            return CheckpointStore.NONE;
        }
        return new CheckpointFiles(folder.get(), SafeName.of(name(name, training)), every);
    }

    private String name(final String name, final Fingerprint training) {
        return kept ? name + "-" + training.checksum() : name;
    }

    /** A training is complete: its checkpoints are removed, unless they are kept. */
    public void complete(final String name, final Fingerprint training) {
        if (!kept) {
            store(name, training).remove();
        }
    }
}
