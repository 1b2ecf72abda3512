package org.geco.asd.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears complete or not at all, also through a power failure: written beside its place, and moved. */
public final class WholeFile {
    /** Behind the name of a file that is not complete yet. */
    public static final String PART = ".part";

    private static final int BUFFER = 1 << 16;

    private WholeFile() { }

    /** Writes what a file holds; a file that was there is replaced at the end. */
    public static void write(final Path file, final ArchiveWriter.Content content) throws IOException {
        final Path part = file.resolveSibling(file.getFileName() + PART);
        try (FileOutputStream out = new FileOutputStream(part.toFile())) {
            final OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            content.write(buffered);
            buffered.flush();
            out.getFD().sync();
        }
        replace(file, part);
    }

    /** The same of text, in UTF-8. */
    public static void write(final Path file, final String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Puts a file that is complete and on the disk into the place of another one, also through a power failure. */
    public static void replace(final Path file, final Path complete) throws IOException {
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent());
    }

    /** Makes the move last, where the system lets a folder be forced (not on Windows). */
    private static void force(final Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (final IOException e) {
            // the file itself is on the disk
        }
    }
}
