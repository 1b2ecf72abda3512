package org.geco.asd.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a file is recognised by when it is met again: its size, and when it was modified, in ms since 1970. */
public record FileState(long bytes, long modified) {
    private static final String BYTES = " bytes, ";

    /** @return e.g. {@code 320044 bytes, 2026-11-26T01:10:00Z} */
    @Override
    public String toString() {
        return bytes + BYTES + Instant.ofEpochMilli(modified);
    }

    /** @return what {@link #toString} told; empty if it is something else */
    public static Optional<FileState> parse(final String text) {
        final int at = text.indexOf(BYTES);
        try {
            return at < 0 ? Optional.empty() : Optional.of(new FileState(Long.parseLong(text.substring(0, at)),
                Instant.parse(text.substring(at + BYTES.length())).toEpochMilli()));
        } catch (final NumberFormatException | DateTimeParseException e) { // NOSONAR: then it is not known
            return Optional.empty();
        }
    }

    /** @return what the file is like now; empty if there is none */
    public static Optional<FileState> of(final Path file) {
        try {
            final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileState(attributes.size(), attributes.lastModifiedTime().toMillis()));
        } catch (final IOException e) { // NOSONAR: whoever reads the file says what is wrong with it
            return Optional.empty();
        }
    }
}
