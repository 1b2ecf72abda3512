package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.LockFile;

/**
 * Keeps two trainings at a time from using the same checkpoints.
 *
 * @param lock empty where there are no checkpoints, or no locks
 */
public record CheckpointLock(Optional<LockFile> lock) implements AutoCloseable {
    /** @return a lock of nothing */
    static CheckpointLock none() {
        return new CheckpointLock(Optional.empty());
    }

    /** @return the lock of a file, made if need be, or of nothing without locks there; fails if it is taken */
    static CheckpointLock of(final Path file) throws AsdException {
        try {
            final Optional<LockFile> lock = LockFile.take(file);
            if (lock.isPresent()) {
                return new CheckpointLock(lock);
            }
        } catch (final IOException e) {
            return none();
        }
        throw new AsdException("Another training that runs now keeps its checkpoints in the folder "
            + file.getParent() + ".", "Choose a checkpoint folder of its own for each learner.",
            "Or wait until the other training is done.");
    }

    @Override
    public void close() {
        lock.ifPresent(LockFile::closeAndDelete);
    }
}
