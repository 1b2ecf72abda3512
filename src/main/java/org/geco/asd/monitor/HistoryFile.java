package org.geco.asd.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

import org.geco.asd.common.AsdException;
import org.h2.Driver;

/** A history in a file of H2, which one process at a time can open. */
final class HistoryFile {
    private static final String ENDING = ".mv.db";
    private static final String SETTINGS =
        ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000;TRACE_LEVEL_FILE=0";
    private static final long PAUSE = 200;

    /** Without H2's ending. */
    private final Path m_file;

    HistoryFile(final Path file) {
        final String name = file.getFileName().toString();
        m_file = name.endsWith(ENDING) ? file.resolveSibling(name.substring(0, name.length() - ENDING.length())) : file;
    }

    String name() {
        return "'" + m_file + ENDING + "'";
    }

    /** Waits for another process that has it open, but no longer than the user would. */
    Connection open(final Duration patience) throws AsdException {
        if (m_file.toString().contains(";")) {
            throw new AsdException("The history " + name() + " has a semicolon in its path.",
                "Choose another folder or name.");
        }
        final long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                final Connection connection =
                    new Driver().connect("jdbc:h2:file:" + m_file.toAbsolutePath() + SETTINGS, new Properties());
                note();
                return connection;
            } catch (final SQLException e) {
                if (e.getErrorCode() != HistoryProblems.LOCKED) {
                    throw HistoryProblems.of(name(), e);
                } else if (System.nanoTime() >= until || !paused()) {
                    throw inUse(e);
                }
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

    private Path owner() {
        return m_file.resolveSibling(m_file.getFileName() + ".owner.txt");
    }

    /** Whoever waits reads it; the history does without. */
    private void note() {
        try {
            Files.writeString(owner(), "process " + ProcessHandle.current().pid() + " of "
                + System.getProperty("user.name") + ", since "
                + LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
        } catch (final IOException e) { // NOSONAR: told by the history itself if nothing can be written
            return;
        }
    }

    void closed() {
        try {
            Files.deleteIfExists(owner());
        } catch (final IOException e) { // NOSONAR: the next one overwrites it
            return;
        }
    }

    private AsdException inUse(final SQLException e) {
        try {
            return inUse(Files.readString(owner()), e);
        } catch (final IOException none) { // NOSONAR: the other program is none of ours
            return inUse("another program, e.g. a database tool", e);
        }
    }

    private AsdException inUse(final String who, final SQLException e) {
        return new AsdException("The history " + name() + " is in use by " + who + ".", e,
            "Wait until it has ended, or end it, and run again: nothing of this run is in the history yet.");
    }
}
