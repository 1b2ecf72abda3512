package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.geco.asd.common.AsdException;

/** Keeps two trainings at a time from using the same checkpoints. The system gives it back when the process dies. */
public final class CheckpointLock implements AutoCloseable {
    /** This process's: whoever closes such a file ends all locks that the process has on it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

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
            final Path known = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
            final Optional<CheckpointLock> lock = OWN.add(known) ? locked(known) : Optional.empty();
            if (lock.isPresent()) {
                return lock.get();
            }
        } catch (final IOException e) {
            return none();
        }
        throw new AsdException("Another training that runs now keeps its checkpoints in the folder "
            + file.getParent() + ".", "Choose a checkpoint folder of its own for each learner.",
            "Or wait until the other training is done.");
    }

    private static Optional<CheckpointLock> locked(final Path file) throws IOException {
        Optional<FileChannel> channel = Optional.empty();
        boolean locked = false;
        try {
            channel = Optional.of(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            locked = channel.get().tryLock() != null;
            return locked ? Optional.of(new CheckpointLock(Optional.of(file), channel)) : Optional.empty();
        } finally {
            if (!locked) {
                OWN.remove(file);
                close(channel);
            }
        }
    }

    private static void close(final Optional<FileChannel> channel) {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (final IOException e) {
            // nothing was written to it
        }
    }

    @Override
    public void close() {
        // before it is given back, so that nobody locks a file that is about to go; Windows wants it the other way
        final boolean deleted = m_file.map(CheckpointLock::delete).orElse(true);
        close(m_channel);
        if (!deleted) {
            delete(m_file.get());
        }
        m_file.ifPresent(OWN::remove);
    }

    private static boolean delete(final Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (final IOException e) {
            return false; // at worst an empty file stays
        }
    }
}
