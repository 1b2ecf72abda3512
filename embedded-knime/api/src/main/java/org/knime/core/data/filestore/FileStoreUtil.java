package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** What the runner does with file stores: makes them, and carries them from what was saved to what was loaded. */
public final class FileStoreUtil {

    private FileStoreUtil() {
    }

    /**
     * @param file of the store
     * @return the store
     */
    public static FileStore createFileStore(final File file) {
        return new FileStore(file);
    }

    /**
     * @param cell a cell
     * @return its file stores
     */
    public static FileStore[] getFileStores(final FileStoreCell cell) {
        return cell.getFileStores();
    }

    /**
     * @param object a port object
     * @return its file stores
     */
    public static List<FileStore> getFileStores(final FileStorePortObject object) {
        return object.fileStores();
    }

    /**
     * @param cell writes what it holds in memory, unless it did so before
     * @throws IOException if it can't
     */
    public static void invokeFlush(final FileStoreCell cell) throws IOException {
        cell.callFlushIfNeeded();
    }

    /**
     * @param object writes what it holds in memory, unless it did so before
     * @throws IOException if it can't
     */
    public static void invokeFlush(final FileStorePortObject object) throws IOException {
        object.callFlushIfNeeded();
    }

    /**
     * @param cell was just loaded
     * @param stores its file stores
     * @throws IOException if it can't use them
     */
    public static void setFileStores(final FileStoreCell cell, final FileStore... stores) throws IOException {
        cell.setFileStores(stores);
    }

    /**
     * @param object was just loaded
     * @param stores its file stores
     * @throws IOException if it can't use them
     */
    public static void setFileStores(final FileStorePortObject object, final List<FileStore> stores)
        throws IOException {
        object.setFileStores(stores);
    }
}
