package org.geco.asd.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps other runs, of this process and of others, from what one works with: a lock on a file, which ends with the
 * process, at the latest. The file tells who has the lock.
 */
public final class LockFile implements AutoCloseable {
    /** Windows lets nobody read what is locked, and the note is there to be read. */
    private static final long BEHIND_THE_NOTE = 1L << 40;

    /** This process's, with their notes: whoever closes such a file ends all locks that the process has on it. */
    private static final Map<Path, String> OWN = new ConcurrentHashMap<>();

    private final Path m_file;
    private final FileChannel m_channel;

    private LockFile(final Path file, final FileChannel channel) {
        m_file = file;
        m_channel = channel;
    }

    /** @return the lock of a file, made if need be, unless another one has it; fails where there are no locks */
    public static Optional<LockFile> take(final Path file) throws IOException {
        final Path known = known(file);
        final String note = "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name")
            + ", since " + LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        if (OWN.putIfAbsent(known, note) != null) {
            return Optional.empty();
        }
        final Optional<LockFile> lock;
        try {
            lock = locked(known, note);
        } catch (final IOException e) {
            OWN.remove(known);
            throw e;
        }
        if (lock.isEmpty()) {
            OWN.remove(known);
        }
        return lock;
    }

    private static Path known(final Path file) throws IOException {
        return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }

    private static Optional<LockFile> locked(final Path file, final String note) throws IOException {
        final FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (isMine(channel, BEHIND_THE_NOTE, 1)) {
                channel.truncate(0).write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
                return Optional.of(new LockFile(file, channel));
            }
        } catch (final IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Locks a part of a file, until the channel is closed; false if this or another process has it locked. */
    public static boolean isMine(final FileChannel channel, final long from, final long length) throws IOException {
        try {
            return channel.tryLock(from, length, false) != null;
        } catch (final OverlappingFileLockException e) { // NOSONAR: by another thread
            return false;
        }
    }

    /** @return who has the lock, if anybody does that left a note */
    public static Optional<String> owner(final Path file) {
        try {
            final String own = OWN.get(known(file));
            return Optional.of(own != null ? own : Files.readString(file)).filter(note -> !note.isBlank());
        } catch (final IOException e) { // NOSONAR: it only tells
            return Optional.empty();
        }
    }

    /** The file stays: if it were deleted, two could hold locks on two files of the same name. */
    @Override
    public void close() throws IOException {
        try (m_channel) {
            m_channel.truncate(0);
        } finally {
            OWN.remove(m_file);
        }
    }

    /** As {@link #close}, but leaves no file where nobody waits for the lock; at worst an empty one stays. */
    public void closeAndDelete() {
        // before it is given back, so that nobody locks a file that is about to go; Windows wants it the other way
        final boolean deleted = delete();
        try {
            close();
        } catch (final IOException e) { // NOSONAR: the system has it back
            return;
        } finally {
            if (!deleted) {
                delete();
            }
        }
    }

    private boolean delete() {
        try {
            return Files.deleteIfExists(m_file);
        } catch (final IOException e) { // NOSONAR: see above
            return false;
        }
    }
}
