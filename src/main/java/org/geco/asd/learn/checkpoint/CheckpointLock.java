package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.LockFile;

/**
 * Keeps two trainings at a time from using the same checkpoints.
 *
 * @param lock empty where there are no checkpoints, or no locks
 */
public record CheckpointLock(Optional<LockFile> lock) implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    /** @return a lock of nothing */
    static CheckpointLock none() {
        return new CheckpointLock(Optional.empty());
    }

    /** @return the lock of a file, made if need be, or of nothing without locks there; empty if it is taken */
    private static Optional<CheckpointLock> take(final Path file) {
        try {
            return LockFile.take(file).map(lock -> new CheckpointLock(Optional.of(lock)));
        } catch (final IOException e) {
            return Optional.of(none());
        }
    }

    /** @return the lock of a file, made if need be, or of nothing without locks there; fails if it is taken */
    static CheckpointLock of(final Path file) throws AsdException {
        return take(file).orElseThrow(() -> new AsdException("Another training that runs now keeps its checkpoints in "
            + "the folder " + file.getParent() + ".", "Choose a checkpoint folder of its own for each learner.",
            "Or wait until the other training is done."));
    }

    /** As {@link #of}, but waits while it is taken, until the user cancels. */
    static CheckpointLock await(final Path file, final ProgressMonitor progress) {
        Optional<CheckpointLock> lock = take(file);
        while (lock.isEmpty()) {
            progress.checkCanceled();
            progress.report(0, "Waiting for a training of the same settings, which keeps its checkpoints in the folder "
                + file.getParent());
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
            lock = take(file);
        }
        return lock.get();
    }

    @Override
    public void close() {
        lock.ifPresent(LockFile::closeAndDelete);
    }
}
