package org.geco.asd.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder in the system's place for temporary files, which is gone with all that is in it when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** Makes one whose name begins so. */
    public static TemporaryFolder create(final String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(name));
    }

    @Override
    public void close() {
        delete(path);
    }

    /** Deletes a folder with all that is in it; what cannot be deleted goes when the process ends, or stays. */
    static void delete(final Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            for (final Path file : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) { // NOSONAR: a left-over is no reason to fail
            folder.toFile().deleteOnExit();
        }
    }
}
