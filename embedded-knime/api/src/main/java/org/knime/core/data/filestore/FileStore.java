package org.knime.core.data.filestore;

import java.io.File;

/** A file, or a folder, that belongs to a cell or to a port object and lives as long as the workflow. */
public final class FileStore {

    private final File m_file;

    FileStore(final File file) {
        m_file = file;
    }

    /** @return the file; whoever made the store decides whether it becomes a file or a folder */
    public File getFile() {
        return m_file;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FileStore s && m_file.equals(s.m_file);
    }

    @Override
    public int hashCode() {
        return m_file.hashCode();
    }

    @Override
    public String toString() {
        return m_file.getName();
    }
}
