package org.geco.embedded.runner.execution;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for everything that a run keeps on disk; closing it deletes all of it. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path m_path;

    /** @throws IOException if it can't be created */
    public TemporaryFolder() throws IOException {
        m_path = Files.createTempDirectory("workflow-run-").toRealPath();
    }

    /** @return the folder */
    public Path path() {
        return m_path;
    }

    /** Deletes what can be deleted: a file that resists must not hide the run's result. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(m_path, new Deleter());
        } catch (IOException e) {
            m_path.toFile().deleteOnExit();
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(final Path file, final IOException problem) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(final Path folder, final IOException problem) {
            return delete(folder);
        }

        private static FileVisitResult delete(final Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
