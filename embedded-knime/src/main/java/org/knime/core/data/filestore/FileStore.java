package org.knime.core.data.filestore;

import java.io.File;

import org.geco.embedded.data.FileStoreArea;

/** A file or directory that belongs to a cell or a port object. */
public final class FileStore {

    private final FileStoreArea m_area;

    private final FileStoreKey m_key;

    FileStore(final FileStoreArea area, final FileStoreKey key) {
        m_area = area;
        m_key = key;
    }

    FileStoreKey getKey() {
        return m_key;
    }

    FileStoreArea getArea() {
        return m_area;
    }

    /** @return the file; it doesn't exist until somebody writes it */
    public File getFile() {
        return m_area.fileOf(m_key).toFile();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FileStore s && m_key.equals(s.m_key);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode();
    }

    @Override
    public String toString() {
        return m_key.toString();
    }
}
