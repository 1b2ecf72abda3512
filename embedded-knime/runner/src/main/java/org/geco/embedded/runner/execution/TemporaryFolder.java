package org.geco.embedded.runner.execution;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder for everything that a run keeps on disk; closing it deletes all of it, and the next run deletes those of
 * killed ones, which nobody has locked.
 */
public final class TemporaryFolder implements AutoCloseable {

    private static final String NAME = "workflow-run-";

    private static final String OWN = ProcessHandle.current().pid() + "-";

    private static final String LOCK = "lock";

    private final Path m_path;

    private final FileChannel m_lock;

    /** @throws IOException if it can't be created */
    public TemporaryFolder() throws IOException {
        m_path = Files.createTempDirectory(NAME + OWN).toRealPath();
        m_lock = FileChannel.open(m_path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        isFree(m_lock);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(m_path.getParent(), NAME + "*")) {
            for (final Path each : all) {
                // a look at a lock of this process would end it
                if (!each.getFileName().toString().startsWith(NAME + OWN) && isLeft(each)) {
                    delete(each);
                }
            }
        }
    }

    private static boolean isFree(final FileChannel lock) {
        try {
            return lock.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean isLeft(final Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return isFree(lock);
        } catch (IOException e) {
            return false;
        }
    }

    /** @return the folder */
    public Path path() {
        return m_path;
    }

    /** Deletes what can be deleted: a file that resists must not hide the run's result. */
    @Override
    public void close() {
        try {
            m_lock.close();
        } catch (IOException e) {
            m_path.toFile().deleteOnExit();
        }
        delete(m_path);
    }

    private static void delete(final Path folder) {
        try {
            Files.walkFileTree(folder, new Deleter());
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
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
