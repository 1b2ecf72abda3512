package org.geco.asd.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * A folder that a node writes. It is written beside its final place and moved there when it is complete, so nobody ever
 * sees half of it, and an earlier one stays if writing fails. Only a folder that an earlier run wrote is ever replaced:
 * one that holds the marker file and nothing but files of ours.
 *
 * @param marker name of the file in it that tells that it is ours
 * @param ownFiles what the relative paths ('/' between their parts) of all other files of ours look like
 */
public record OutputFolder(Path folder, IfExists ifExists, String marker, Pattern ownFiles) {
    /** Makes the place absolute. */
    public OutputFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Writes the content of an empty folder, or cannot write or make it. */
    @FunctionalInterface
    public interface Writer {
        /** Writes into the folder. */
        void write(Path folder) throws IOException, AsdException;
    }

    /** Checks, before any work is done, that the folder may be written. */
    public void check() throws AsdException {
        Checks.require(folder.getParent() != null,
            "'" + folder + "' is the root of a file system, not a folder for output.",
            "Choose a folder of its own for the output.");
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Checks.require(Files.isDirectory(folder), "'" + folder + "' is a file, the output needs a folder.",
            "Choose another output folder.");
        try (Stream<Path> content = Files.walk(folder)) {
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
        Checks.require(ifExists != IfExists.FAIL, "The output folder '" + folder + "' already exists and is not empty.",
            "Choose another output folder.", "Or choose to overwrite it if it exists.");
        final boolean marked = Files.isRegularFile(folder.resolve(marker));
        for (final Path file : files) {
            final String name = folder.relativize(file).toString().replace('\\', '/');
            if (!marked || !name.equals(marker) && !ownFiles.matcher(name).matches()) {
                throw new AsdException("The output folder '" + folder + "' holds '" + name
                    + "', which this node did not write, so the folder is not replaced.",
                    "Choose a folder of its own for the output.");
            }
        }
    }

    /** Writes the content; if that cannot be written, or the writer throws, the folder is as it was. */
    public void write(final Writer writer) throws AsdException {
        check();
        try (WorkFolder work = WorkFolder.beside(folder)) {
            // a folder inside: it gets ordinary permissions, a temporary folder is closed to everybody else
            final Path complete = Files.createDirectory(work.path().resolve("new"));
            writer.write(complete);
            moveInto(complete, work.old());
            work.deleteLeft();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void moveInto(final Path complete, final Path old) throws IOException {
        final boolean replaces = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Files.move(folder, old);
        }
        try {
            Files.move(complete, folder);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, folder);
            }
            throw e;
        }
    }

    private AsdException cannotWrite(final Exception cause) {
        return new AsdException("The folder '" + folder + "' cannot be written: " + cause.getMessage(), cause,
            "Choose a folder that you may write to, on a disk with free space.");
    }
}
