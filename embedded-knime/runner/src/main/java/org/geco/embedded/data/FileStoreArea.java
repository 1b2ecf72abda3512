package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.embedded.NodeStorage;
import org.knime.embedded.NodeStorage.TableSink;

/** Tables and file stores of one node's execution; the file stores in one directory. */
public final class FileStoreArea implements NodeStorage {

    private static final int FILES_A_FOLDER = 1000;

    private final DataRepository m_repository;

    private final Path m_directory;

    private final Set<String> m_names = new HashSet<>();

    FileStoreArea(final DataRepository repository, final Path directory) {
        m_repository = repository;
        m_directory = directory;
    }

    @Override
    public TableSink newTable(final DataTableSpec spec, final boolean initDomains) {
        return new TableWriter(spec, initDomains, m_repository);
    }

    @Override
    public synchronized FileStore createFileStore(final String name) throws IOException {
        Objects.requireNonNull(name, "Argument must not be null.");
        if (name.startsWith(".")) {
            throw new IOException("Name must not start with a dot: \"" + name + "\"");
        }
        if (name.contains("/") || name.contains("\\")) {
            throw new IOException("Invalid file name, must not contain (back) slash: \"" + name + "\"");
        }
        if (!m_names.add(name)) {
            throw new IOException("There is a file store named \"" + name + "\" already");
        }
        final String folder = String.format("%06d", (m_names.size() - 1) / FILES_A_FOLDER);
        return FileStoreUtil
            .createFileStore(Files.createDirectories(m_directory.resolve(folder)).resolve(name).toFile());
    }
}
