package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.port.PortObject;

/** A port object whose content is in files. */
public abstract class FileStorePortObject implements PortObject {

    private final List<FileStore> m_fileStores = new ArrayList<>();

    private boolean m_isFlushed;

    /** @param fileStores hold the content */
    protected FileStorePortObject(final List<FileStore> fileStores) {
        m_fileStores.addAll(fileStores);
    }

    /** Used when an object is read: the file stores are set afterwards. */
    protected FileStorePortObject() {
        m_isFlushed = true;
    }

    /** @throws IOException if what follows the setting of the file stores fails */
    protected void postConstruct() throws IOException {
        // nothing to do unless an object wants to
    }

    /** @throws IOException if the content can't be written to the file stores */
    protected void flushToFileStore() throws IOException {
        // nothing to do unless the content is in memory
    }

    /**
     * @param index from 0
     * @return the file
     */
    protected FileStore getFileStore(final int index) {
        return m_fileStores.get(index);
    }

    final List<FileStore> fileStores() {
        return List.copyOf(m_fileStores);
    }

    final void setFileStores(final List<FileStore> fileStores) throws IOException {
        if (!m_fileStores.isEmpty()) {
            throw new IllegalStateException("The constructor used for reading must not set file stores: " + getClass());
        }
        m_fileStores.addAll(fileStores);
        postConstruct();
    }

    final synchronized void callFlushIfNeeded() throws IOException {
        if (!m_isFlushed) {
            m_isFlushed = true;
            flushToFileStore();
        }
    }

    @Override
    public String toString() {
        return m_fileStores.toString();
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof FileStorePortObject o && m_fileStores.equals(o.m_fileStores);
    }

    @Override
    public int hashCode() {
        return m_fileStores.hashCode();
    }
}
