package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.geco.asd.common.AsdException;

/** Keeps two trainings at a time from using the same checkpoints. The system gives it back when the process dies. */
public final class CheckpointLock implements AutoCloseable {
    private final Optional<Path> m_file;
    private final Optional<FileChannel> m_channel;

    private CheckpointLock(final Optional<Path> file, final Optional<FileChannel> channel) {
        m_file = file;
        m_channel = channel;
    }

    /** @return a lock of nothing */
    static CheckpointLock none() {
        return new CheckpointLock(Optional.empty(), Optional.empty());
    }

    /** @return the lock of a file, made if need be, or of nothing without locks there; fails if it is taken */
    static CheckpointLock of(final Path file) throws AsdException {
        try {
            final FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new AsdException("Another training that runs now keeps its checkpoints in the folder "
                    + file.getParent() + ".", "Choose a checkpoint folder of its own for each learner.",
                    "Or wait until the other training is done.");
            }
            return new CheckpointLock(Optional.of(file), Optional.of(channel));
        } catch (final IOException e) {
            return none();
        }
    }

    private static boolean isLocked(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            return false; // by another thread of this process
        }
    }

    @Override
    public void close() {
        // before it is given back, so that nobody locks a file that is about to go; Windows wants it the other way
        final boolean deleted = m_file.map(CheckpointLock::delete).orElse(true);
        m_channel.ifPresent(channel -> {
            try {
                channel.close();
            } catch (final IOException e) {
                // nothing was written to it
            }
        });
        if (!deleted) {
            delete(m_file.get());
        }
    }

    private static boolean delete(final Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (final IOException e) {
            return false; // at worst an empty file stays
        }
    }
}
