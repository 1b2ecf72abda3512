package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.knime.core.util.FileUtil;

/**
 * Where one workflow run keeps its data: file stores and the rows of large tables, all in one directory that
 * {@link #close()} deletes.
 */
public final class DataRepository implements AutoCloseable {

    private final Path m_directory;

    private final Map<UUID, FileStoreArea> m_areas = new ConcurrentHashMap<>();

    private final AtomicLong m_spills = new AtomicLong();

    /**
     * @param parent the repository makes its own directory in it
     * @throws IOException if that can't be made
     */
    public DataRepository(final Path parent) throws IOException {
        Files.createDirectories(parent);
        m_directory = Files.createTempDirectory(parent, "geco-data-");
    }

    /**
     * @return a repository in the system's temporary directory
     * @throws IOException if its directory can't be made
     */
    public static DataRepository temporary() throws IOException {
        return new DataRepository(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @return the directory of everything */
    public Path directory() {
        return m_directory;
    }

    /** @return a new area for the file stores of one node's execution */
    public FileStoreArea newFileStoreArea() {
        final UUID id = UUID.randomUUID();
        final FileStoreArea area = new FileStoreArea(this, id, m_directory.resolve("filestores").resolve(id + ""));
        m_areas.put(id, area);
        return area;
    }

    /**
     * Makes file stores known that were saved before, unless they are known already.
     *
     * @param id of an area
     * @param directory holds its files, which are only read
     */
    void attachFileStoreArea(final UUID id, final Path directory) {
        m_areas.computeIfAbsent(id, i -> new FileStoreArea(this, i, directory));
    }

    /**
     * @param id of an area
     * @return the area
     * @throws IOException if there is none
     */
    public FileStoreArea fileStoreArea(final UUID id) throws IOException {
        final FileStoreArea area = m_areas.get(id);
        if (area == null) {
            throw new IOException("The file stores " + id + " aren't known in this workflow run");
        }
        return area;
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
