package org.geco.embedded.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.util.FileUtil;

/**
 * Saves tables in directories and loads them again: {@code spec.xml}, {@code rows.bin}, {@code rows.xml} (their number
 * and the cell classes), {@code filestores/ID} with the files of cells.
 */
public final class TableFiles {

    private TableFiles() {
    }

    /**
     * @param table a table
     * @param directory receives it; made if absent
     * @param exec for cancellation
     * @throws IOException if something can't be written
     * @throws CanceledExecutionException if the user cancelled
     */
    public static void save(final BufferedDataTable table, final Path directory, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        Files.createDirectories(directory);
        final ModelContent spec = new ModelContent("spec");
        table.getSpec().save(spec);
        spec.saveToXML(Files.newOutputStream(directory.resolve("spec.xml")));

        final CellCodec codec = new CellCodec(TemporaryData.repository(), List.of());
        try (DataOutputStream out = new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(directory.resolve("rows.bin"))));
                CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                CellOutput.writeString(row.getKey().getString(), out);
                for (final DataCell cell : row) {
                    copyFiles(cell, directory.resolve("filestores"));
                    codec.write(cell, out);
                }
            }
        }
        final ModelContent meta = new ModelContent("rows");
        meta.addLong("size", table.size());
        meta.addStringArray("cell_classes", codec.classes().toArray(String[]::new));
        meta.saveToXML(Files.newOutputStream(directory.resolve("rows.xml")));
    }

    private static void copyFiles(final DataCell cell, final Path target) throws IOException {
        if (cell instanceof FileStoreCell c) {
            for (final FileStore store : FileStoreUtil.getFileStores(c)) {
                final FileStoreKey key = FileStoreUtil.getFileStoreKey(store);
                final Path copy = FileStoreArea.fileOf(target.resolve(key.getStoreUUID().toString()), key);
                if (store.getFile().exists() && !Files.exists(copy)) {
                    FileUtil.copyDir(store.getFile(), copy.toFile());
                }
            }
        }
    }

    /**
     * @param directory holds a saved table and must stay as it is: the table reads from it
     * @param repository gets to know the file stores
     * @return the table
     * @throws IOException if something is missing or damaged
     */
    public static BufferedDataTable load(final Path directory, final DataRepository repository) throws IOException {
        final ModelContentRO meta = ModelContent.loadFromXML(Files.newInputStream(directory.resolve("rows.xml")));
        try {
            final DataTableSpec spec = DataTableSpec
                .load(ModelContent.loadFromXML(Files.newInputStream(directory.resolve("spec.xml"))));
            final CellCodec codec = new CellCodec(repository, List.of(meta.getStringArray("cell_classes")));
            attachFileStores(directory.resolve("filestores"), repository);
            return new BufferedDataTable(new StoredTable(spec, meta.getLong("size"),
                RowBytes.of(directory.resolve("rows.bin"), repository), codec));
        } catch (final InvalidSettingsException e) {
            throw new IOException(directory + " holds no table: " + e.getMessage(), e);
        }
    }

    private static void attachFileStores(final Path directory, final DataRepository repository) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> areas = Files.list(directory)) {
                areas.forEach(a -> repository.attachFileStoreArea(UUID.fromString(a.getFileName().toString()), a));
            }
        }
    }
}
