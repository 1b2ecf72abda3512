package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.knime.core.util.FileUtil;

/**
 * Where one workflow run keeps its data: file stores and the rows of large tables, all in one directory that
 * {@link #close()} deletes.
 */
public final class DataRepository implements AutoCloseable {

    private final Path m_directory;

    private final AtomicLong m_areas = new AtomicLong();

    private final AtomicLong m_spills = new AtomicLong();

    /**
     * @param parent receives the directory; made if absent
     * @throws IOException if that fails
     */
    public DataRepository(final Path parent) throws IOException {
        Files.createDirectories(parent);
        m_directory = Files.createTempDirectory(parent, "geco-data-");
    }

    /** @return the directory of everything */
    public Path directory() {
        return m_directory;
    }

    /** @return where one node's execution leaves its data */
    public FileStoreArea newFileStoreArea() {
        return new FileStoreArea(this, m_directory.resolve("filestores").resolve("" + m_areas.incrementAndGet()));
    }

    Path newSpillFile() throws IOException {
        final Path tables = Files.createDirectories(m_directory.resolve("tables"));
        return tables.resolve("rows-" + m_spills.incrementAndGet() + ".bin");
    }

    @Override
    public void close() {
        FileUtil.deleteRecursively(m_directory.toFile());
    }
}
