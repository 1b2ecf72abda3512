package org.knime.core.data.filestore;

import java.io.IOException;

import org.geco.embedded.data.TemporaryData;
import org.knime.core.node.ExecutionContext;

/** Makes file stores. */
public abstract class FileStoreFactory {

    FileStoreFactory() {
    }

    /**
     * @param relativePath a name not used before
     * @return the file store
     * @throws IOException if the name can't be used
     */
    public abstract FileStore createFileStore(String relativePath) throws IOException;

    /** No more file stores are needed. */
    public abstract void close();

    /**
     * @param exec of the node
     * @return makes file stores of this node
     */
    public static FileStoreFactory createFileStoreFactory(final ExecutionContext exec) {
        return createWorkflowFileStoreFactory(exec);
    }

    /**
     * @param exec of the node
     * @return makes file stores of this node
     */
    public static FileStoreFactory createWorkflowFileStoreFactory(final ExecutionContext exec) {
        return of(exec::createFileStore);
    }

    /** @return makes file stores that belong to no workflow */
    public static FileStoreFactory createNotInWorkflowFileStoreFactory() {
        return of(TemporaryData.repository().newFileStoreArea()::createFileStore);
    }

    private interface Maker {
        FileStore create(String name) throws IOException;
    }

    private static FileStoreFactory of(final Maker maker) {
        return new FileStoreFactory() {
            @Override
            public FileStore createFileStore(final String relativePath) throws IOException {
                return maker.create(relativePath);
            }

            @Override
            public void close() {
                // the files live as long as the workflow
            }
        };
    }
}
