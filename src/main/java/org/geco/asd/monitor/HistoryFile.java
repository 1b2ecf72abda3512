package org.geco.asd.monitor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.LockFile;
import org.geco.asd.files.WholeFile;
import org.h2.Driver;

/**
 * A history in a file of H2, with which one run at a time can work. It works with a copy, which takes the file's place
 * when it is whole and closed, and has been read again. So whatever ends a process, and whatever H2 does to a file that
 * it makes smaller, the history has what was committed ({@code docs/decisions.md} tells what H2 lost without).
 */
final class HistoryFile {
    private static final String ENDING = ".mv.db";
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final long PAUSE = 200;

    /** Without H2's ending. */
    private final Path m_file;
    private Optional<LockFile> m_lock = Optional.empty();
    private Optional<FileChannel> m_original = Optional.empty();

    HistoryFile(final Path file) {
        final Path path = file.toAbsolutePath();
        final String name = path.getFileName().toString();
        m_file = name.endsWith(ENDING) ? path.resolveSibling(name.substring(0, name.length() - ENDING.length())) : path;
    }

    boolean isThere() {
        return Files.exists(original());
    }

    String name() {
        return "'" + m_file + ENDING + "'";
    }

    private Path beside(final String ending) {
        return m_file.resolveSibling(m_file.getFileName() + ending);
    }

    private Path original() {
        return beside(ENDING);
    }

    private Path copy() {
        return beside(".run" + ENDING);
    }

    /** Waits for another process that has it open, but no longer than the user would. */
    Connection open(final Duration patience) throws AsdException {
        if (m_file.toString().contains(";")) {
            throw new AsdException("The history " + name() + " has a semicolon in its path.",
                "Choose another folder or name.");
        }
        final long until = System.nanoTime() + patience.toNanos();
        try {
            Files.createDirectories(m_file.getParent());
            for (Optional<String> other = lock(); other.isPresent(); other = lock()) {
                closed();
                if (System.nanoTime() >= until || !paused()) {
                    throw new AsdException("The history " + name() + " is in use by " + other.get() + ".",
                        "Wait until it has ended, or end it, and run again: nothing of this run is in the history "
                            + "yet.");
                }
            }
            Files.deleteIfExists(copy());
            if (m_original.isPresent()) {
                copy(m_original.get());
            }
            return new Driver().connect("jdbc:h2:file:" + beside(".run") + SETTINGS, new Properties());
        } catch (final IOException | SQLException e) {
            closed();
            throw HistoryProblems.of(name(), e);
        }
    }

    /** @return who else has it; nobody if both locks are taken: against other runs, and H2's own against tools */
    private Optional<String> lock() throws IOException {
        m_lock = LockFile.take(beside(".lock"));
        if (m_lock.isEmpty()) {
            return LockFile.owner(beside(".lock")).or(() -> Optional.of("another run"));
        }
        if (Files.exists(original())) {
            m_original =
                Optional.of(FileChannel.open(original(), StandardOpenOption.READ, StandardOpenOption.WRITE));
            if (!LockFile.isMine(m_original.get(), 0, Long.MAX_VALUE)) {
                return Optional.of("another program, e.g. a database tool");
            }
        }
        return Optional.empty();
    }

    private void copy(final FileChannel original) throws IOException {
        try (FileChannel copy =
            FileChannel.open(copy(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < original.size();) {
                at += original.transferTo(at, original.size() - at, copy);
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (final InterruptedException e) { // NOSONAR: the caller ends at once
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The copy, which H2 has closed, becomes the history: on the disk when this returns.
     *
     * @param rows that its tables must have
     */
    void replace(final List<Long> rows) throws IOException {
        if (!has(rows)) {
            throw new IOException("the database H2 did not keep what it was told");
        }
        try (FileChannel copy = FileChannel.open(copy(), StandardOpenOption.WRITE)) {
            copy.force(true);
        }
        closeOriginal(); // Windows replaces no file that is open
        WholeFile.replace(original(), copy());
    }

    private boolean has(final List<Long> rows) {
        try (Connection closed =
            new Driver().connect("jdbc:h2:file:" + beside(".run") + ";ACCESS_MODE_DATA=r", new Properties())) {
            return Schema.rows(closed).equals(rows);
        } catch (final SQLException e) { // NOSONAR: of the copy, which nobody needs to know of
            return false;
        }
    }

    private void closeOriginal() throws IOException {
        if (m_original.isPresent()) {
            m_original.get().close();
            m_original = Optional.empty();
        }
    }

    /** What was not committed is forgotten. */
    void closed() {
        try {
            if (m_lock.isPresent()) {
                Files.deleteIfExists(copy());
            }
            closeOriginal();
            if (m_lock.isPresent()) {
                m_lock.get().close();
                m_lock = Optional.empty();
            }
        } catch (final IOException e) { // NOSONAR: the next one overwrites it
            return;
        }
    }
}
