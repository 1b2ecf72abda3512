package org.geco.asd.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;

/**
 * A folder that a node writes. It is written beside its final place and moved there when it is complete, so nobody ever
 * sees half of it, and an earlier one stays if writing fails. Only a folder that an earlier run wrote is ever replaced:
 * one that holds the marker file and nothing but files of ours.
 */
public final class OutputFolder {

    private final Path m_folder;

    private final IfExists m_ifExists;

    private final String m_marker;

    private final Pattern m_ownFiles;

    /**
     * @param folder the final place
     * @param ifExists what to do if it is there
     * @param marker name of the file in it that tells that it is ours
     * @param ownFiles what the relative paths ('/' between their parts) of all other files of ours look like
     */
    public OutputFolder(final Path folder, final IfExists ifExists, final String marker, final Pattern ownFiles) {
        m_folder = folder.toAbsolutePath().normalize();
        m_ifExists = ifExists;
        m_marker = marker;
        m_ownFiles = ownFiles;
    }

    /** Writes the content of an empty folder, or cannot write or make it. */
    @FunctionalInterface
    public interface Writer {
        void write(Path folder) throws IOException, AsdException;
    }

    /** @return the final place, absolute */
    public Path path() {
        return m_folder;
    }

    /** Checks, before any work is done, that the folder may be written. */
    public void check() throws AsdException {
        if (m_folder.getParent() == null) {
            throw new AsdException("'" + m_folder + "' is the root of a file system, not a folder for output.",
                "Choose a folder of its own for the output.");
        }
        if (!Files.exists(m_folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(m_folder)) {
            throw new AsdException("'" + m_folder + "' is a file, the output needs a folder.",
                "Choose another output folder.");
        }
        try (Stream<Path> content = Files.walk(m_folder)) {
            final List<Path> files =
                content.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).toList();
            if (!files.isEmpty()) {
                checkReplaceable(files);
            }
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(e);
        }
    }

    private void checkReplaceable(final List<Path> files) throws AsdException {
        if (m_ifExists == IfExists.FAIL) {
            throw new AsdException("The output folder '" + m_folder + "' already exists and is not empty.",
                "Choose another output folder.", "Or choose to overwrite it if it exists.");
        }
        final boolean marked = Files.isRegularFile(m_folder.resolve(m_marker));
        for (final Path file : files) {
            final String name = m_folder.relativize(file).toString().replace('\\', '/');
            if (!marked || !name.equals(m_marker) && !m_ownFiles.matcher(name).matches()) {
                throw new AsdException("The output folder '" + m_folder + "' holds '" + name
                    + "', which this node did not write, so the folder is not replaced.",
                    "Choose a folder of its own for the output.");
            }
        }
    }

    /**
     * @param writer makes the content
     * @throws AsdException if it cannot be written; the folder is then as it was, as it is if the writer throws
     */
    public void write(final Writer writer) throws AsdException {
        check();
        Path temporary = null;
        try {
            Files.createDirectories(m_folder.getParent());
            temporary = Files.createTempDirectory(m_folder.getParent(), "." + m_folder.getFileName() + "-");
            // a folder inside: it gets ordinary permissions, a temporary folder is closed to everybody else
            final Path complete = Files.createDirectory(temporary.resolve("new"));
            writer.write(complete);
            moveInto(complete, temporary.resolve("old"));
        } catch (IOException e) {
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
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, m_folder);
            }
            throw e;
        }
    }

    private AsdException cannotWrite(final Exception cause) {
        return new AsdException("The folder '" + m_folder + "' cannot be written: " + cause.getMessage(), cause,
            "Choose a folder that you may write to, on a disk with free space.");
    }

    /** Deletes what is left of the work, but never an earlier output that could not be put back. */
    private void delete(final Path folder) {
        if (folder == null || Files.exists(folder.resolve("old")) && !Files.exists(m_folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) { // NOSONAR: a hidden left-over is no reason to fail output that is written
            folder.toFile().deleteOnExit();
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(final Path folder, final IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
