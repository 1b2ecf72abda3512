package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.util.CheckUtils;

/** The file stores of one node's execution, all in one directory. */
public final class FileStoreArea {

    private static final int FILES_A_FOLDER = 1000;

    private final DataRepository m_repository;

    private final UUID m_id;

    private final Path m_directory;

    private final Set<String> m_names = new HashSet<>();

    FileStoreArea(final DataRepository repository, final UUID id, final Path directory) {
        m_repository = repository;
        m_id = id;
        m_directory = directory;
    }

    /** @return the repository that holds this area */
    public DataRepository repository() {
        return m_repository;
    }

    /** @return this area's ID */
    public UUID id() {
        return m_id;
    }

    /**
     * @param name not yet used in this area; no slashes, no dot in front
     * @return a new file store, whose file doesn't exist yet
     * @throws IOException if the name can't be used
     */
    public synchronized FileStore createFileStore(final String name) throws IOException {
        CheckUtils.checkArgumentNotNull(name, "Argument must not be null.");
        if (name.startsWith(".")) {
            throw new IOException("Name must not start with a dot: \"" + name + "\"");
        }
        if (name.contains("/") || name.contains("\\")) {
            throw new IOException("Invalid file name, must not contain (back) slash: \"" + name + "\"");
        }
        if (!m_names.add(name)) {
            throw new IOException("There is a file store named \"" + name + "\" already");
        }
        final FileStoreKey key = new FileStoreKey(m_id, m_names.size() - 1, null, -1, name);
        Files.createDirectories(fileOf(key).getParent());
        return FileStoreUtil.createFileStore(this, key);
    }

    /**
     * @param key of a file store in this area
     * @return its file
     */
    public Path fileOf(final FileStoreKey key) {
        return fileOf(m_directory, key);
    }

    static Path fileOf(final Path directory, final FileStoreKey key) {
        return directory.resolve(String.format("%06d", key.getIndex() / FILES_A_FOLDER))
            .resolve(key.getNameOnDisc());
    }
}
