package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;

import org.geco.embedded.data.DataRepository;
import org.geco.embedded.data.FileStoreArea;

/** What the implementation needs to know of file stores; nodes don't use it. */
public final class FileStoreUtil {

    private FileStoreUtil() {
    }

    /**
     * @param area holds the file
     * @param key identifies it
     * @return the file store
     */
    public static FileStore createFileStore(final FileStoreArea area, final FileStoreKey key) {
        return new FileStore(area, key);
    }

    /**
     * @param store a file store
     * @return its key
     */
    public static FileStoreKey getFileStoreKey(final FileStore store) {
        return store.getKey();
    }

    /**
     * @param cell a cell
     * @return the keys of its file stores
     */
    public static FileStoreKey[] getFileStoreKeys(final FileStoreCell cell) {
        return cell.getFileStoreKeys();
    }

    /**
     * @param cell a cell
     * @return its file stores
     */
    public static FileStore[] getFileStores(final FileStoreCell cell) {
        return cell.getFileStores();
    }

    /**
     * @param po a port object
     * @return its file stores
     */
    public static List<FileStore> getFileStores(final FileStorePortObject po) {
        return po.fileStores();
    }

    /**
     * @param cell its content is written to its files, unless it was before
     * @throws IOException if that fails
     */
    public static void invokeFlush(final FileStoreCell cell) throws IOException {
        cell.callFlushIfNeeded();
    }

    /**
     * @param object its content is written to its files, unless it was before
     * @throws IOException if that fails
     */
    public static void invokeFlush(final FileStorePortObject object) throws IOException {
        object.callFlushIfNeeded();
    }

    /**
     * @param cell a cell just read
     * @param keys of its file stores
     * @param repository knows them
     * @throws IOException if it doesn't, or the cell can't use them
     */
    public static void retrieveFileStoresFrom(final FileStoreCell cell, final FileStoreKey[] keys,
        final DataRepository repository) throws IOException {
        final FileStore[] stores = new FileStore[keys.length];
        for (int i = 0; i < keys.length; i++) {
            stores[i] = new FileStore(repository.fileStoreArea(keys[i].getStoreUUID()), keys[i]);
        }
        cell.setFileStores(stores);
    }

    /**
     * @param object a port object just read
     * @param stores its file stores
     * @throws IOException if it can't use them
     */
    public static void setFileStores(final FileStorePortObject object, final List<FileStore> stores)
        throws IOException {
        object.setFileStores(stores);
    }
}
