package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;

/** A cell whose content is in files. */
public abstract class FileStoreCell extends DataCell {

    private static final long serialVersionUID = 1L;

    private transient FileStore[] m_fileStores;

    private transient boolean m_isFlushed;

    /** @param fileStores hold the content */
    protected FileStoreCell(final FileStore[] fileStores) {
        m_fileStores = fileStores.clone();
    }

    /** Used when a cell is read: the file stores are set afterwards. */
    protected FileStoreCell() {
        m_fileStores = new FileStore[0];
        m_isFlushed = true;
    }

    /** @return the files that hold the content */
    protected FileStore[] getFileStores() {
        return m_fileStores.clone();
    }

    /** @throws IOException if what follows the setting of the file stores fails */
    protected void postConstruct() throws IOException {
        // nothing to do unless a cell wants to
    }

    /** @throws IOException if the content can't be written to the file stores */
    protected void flushToFileStore() throws IOException {
        // nothing to do unless the content is in memory
    }

    final void setFileStores(final FileStore[] fileStores) throws IOException {
        m_fileStores = fileStores;
        postConstruct();
    }

    final synchronized void callFlushIfNeeded() throws IOException {
        if (!m_isFlushed) {
            flushToFileStore();
            m_isFlushed = true;
        }
    }

    @Override
    public String toString() {
        return Stream.of(m_fileStores).map(FileStore::toString).collect(Collectors.joining(", "));
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        final FileStoreCell other = (FileStoreCell)dc;
        return m_fileStores.length == other.m_fileStores.length
            && (Arrays.equals(m_fileStores, other.m_fileStores) || equalFileStoreContent(dc));
    }

    /**
     * @param dc a cell of the same class with other files
     * @return whether the files hold the same content
     */
    protected boolean equalFileStoreContent(final DataCell dc) {
        return false;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_fileStores);
    }
}
