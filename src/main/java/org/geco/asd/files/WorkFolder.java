package org.geco.asd.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Where an output folder is written before it takes its place: a folder beside it, which is gone afterwards. One that a
 * killed process left is known by its lock, which the system took back.
 */
final class WorkFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String OWN = ProcessHandle.current().pid() + "-";

    private final Path m_output;
    private final Path m_path;
    private final FileChannel m_lock;

    private WorkFolder(final Path output, final Path path) throws IOException {
        m_output = output;
        m_path = path;
        m_lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        isFree(m_lock);
    }

    static WorkFolder beside(final Path output) throws IOException {
        Files.createDirectories(output.getParent());
        return new WorkFolder(output, Files.createTempDirectory(output.getParent(), prefix(output) + OWN));
    }

    private static String prefix(final Path output) {
        return "." + output.getFileName() + "-";
    }

    /** Takes the lock if nobody has it; where there are no locks, somebody may. */
    private static boolean isFree(final FileChannel lock) {
        try {
            return LockFile.isMine(lock, 0, Long.MAX_VALUE);
        } catch (final IOException e) { // NOSONAR: see above
            return false;
        }
    }

    Path path() {
        return m_path;
    }

    /** @return where an earlier output goes while the new one takes its place */
    Path old() {
        return m_path.resolve("old");
    }

    /**
     * Deletes what killed processes left; when the output is there, nobody needs an earlier one among it. A look at a
     * lock of this process would end it.
     */
    void deleteLeft() {
        final Pattern others = Pattern.compile(Pattern.quote(prefix(m_output)) + "(?!" + OWN + ")\\d+-\\d+");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(m_output.getParent(),
            file -> others.matcher(file.getFileName().toString()).matches())) {
            for (final Path each : all) {
                if (isLeft(each)) {
                    TemporaryFolder.delete(each);
                }
            }
        } catch (final IOException e) { // NOSONAR: a left-over is no reason to fail
            return;
        }
    }

    private static boolean isLeft(final Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return isFree(lock);
        } catch (final IOException e) { // NOSONAR: it is none of ours
            return false;
        }
    }

    /** Deletes it, but never an earlier output that could not be put back. */
    @Override
    public void close() throws IOException {
        m_lock.close();
        if (!Files.exists(old()) || Files.exists(m_output)) {
            TemporaryFolder.delete(m_path);
        }
    }
}
