package org.geco.asd.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;

/**
 * The folder of a report. It is written beside its final place and moved there when it is complete, so nobody ever sees
 * half a report; an earlier report is moved away and comes back if that fails. Only what a report consists of is ever
 * replaced: a folder with anything else in it is left alone.
 */
final class ReportFolder {

    private static final String OWN_FILES = "report\\.html|result\\.csv|anomaly_score_.*\\.csv";

    private final Path m_folder;

    private final IfExists m_ifExists;

    ReportFolder(final Path folder, final IfExists ifExists) {
        m_folder = real(folder.toAbsolutePath().normalize());
        m_ifExists = ifExists;
    }

    /** Where a link leads to, so that the folder behind it is checked and replaced, not the link. */
    private static Path real(final Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (final IOException e) { // NOSONAR: writing will fail on it with a message
            return folder;
        }
    }

    /** @return the final place, absolute */
    Path path() {
        return m_folder;
    }

    /**
     * Checks, before any work is done, that the folder may be written.
     *
     * @throws AsdException if it may not
     */
    void check() throws AsdException {
        if (m_folder.getParent() == null) {
            throw new AsdException("\"" + m_folder + "\" is the root of a file system, not a folder for a report.",
                "Choose a folder of its own for the report.");
        }
        if (!Files.exists(m_folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(m_folder)) {
            throw new AsdException("\"" + m_folder + "\" is a file, the report needs a folder.",
                "Choose another output folder.");
        }
        try (Stream<Path> content = Files.walk(m_folder)) {
            final List<Path> files = content.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).toList();
            for (final Path file : files) {
                checkReplaceable(file);
            }
        } catch (final IOException | UncheckedIOException e) {
            throw cannotWrite(e);
        }
    }

    private void checkReplaceable(final Path file) throws AsdException {
        if (m_ifExists == IfExists.FAIL) {
            throw new AsdException("The output folder \"" + m_folder + "\" already exists and is not empty.",
                "Choose another output folder.", "Or set \"If the folder exists\" to overwrite.");
        }
        if (!file.getFileName().toString().matches(OWN_FILES)) {
            throw new AsdException("The output folder \"" + m_folder + "\" holds \"" + m_folder.relativize(file)
                + "\", which is no part of a report, so the folder is not replaced.",
                "Choose a folder of its own for the report.");
        }
    }

    /**
     * @param files content by relative path
     * @param progress asked before every file whether to go on
     * @throws AsdException if anything cannot be written; the folder is then as it was
     */
    void write(final Map<String, String> files, final ProgressMonitor progress) throws AsdException {
        Path temporary = null;
        try {
            Files.createDirectories(m_folder.getParent());
            temporary = Files.createTempDirectory(m_folder.getParent(), "." + m_folder.getFileName() + "-");
            // a folder inside: it gets ordinary permissions, a temporary folder is closed to everybody else
            final Path complete = Files.createDirectory(temporary.resolve("new"));
            int written = 0;
            for (final Map.Entry<String, String> file : files.entrySet()) {
                progress.checkCanceled();
                final Path path = complete.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
                progress.report(++written / (double)files.size(), file.getKey());
            }
            progress.checkCanceled();
            moveInto(complete, temporary.resolve("old"));
        } catch (final IOException e) {
            throw cannotWrite(e);
        } finally {
            delete(temporary);
        }
    }

    private void moveInto(final Path complete, final Path old) throws IOException {
        final boolean replaces = Files.exists(m_folder, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Files.move(m_folder, old);
        }
        try {
            Files.move(complete, m_folder);
        } catch (final IOException e) {
            if (replaces) {
                putBack(old, e);
            }
            throw e;
        }
    }

    private void putBack(final Path old, final IOException why) throws IOException {
        try {
            Files.move(old, m_folder);
        } catch (final IOException e) {
            why.addSuppressed(e);
            throw new IOException(why.getMessage() + "; the earlier report is now in " + old, why);
        }
    }

    private AsdException cannotWrite(final Exception cause) {
        return new AsdException("The report cannot be written to \"" + m_folder + "\": " + cause.getMessage(), cause,
            "Choose a folder that you may write to, on a disk with free space.",
            "Close programs that have an earlier report open.");
    }

    /** Deletes what is left of the work, but never an earlier report that could not be put back. */
    private void delete(final Path folder) {
        if (folder == null || Files.exists(folder.resolve("old")) && !Files.exists(m_folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            content.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (final IOException e) { // NOSONAR: a hidden left-over is no reason to fail a report that is written
            folder.toFile().deleteOnExit();
        }
    }
}
