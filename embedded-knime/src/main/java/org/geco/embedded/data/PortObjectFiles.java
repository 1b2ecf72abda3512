package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.knime.core.util.FileUtil;

/**
 * Saves port objects in directories and loads them again through their serializers. Tables as {@link TableFiles} does;
 * of other objects: {@code meta.xml} (classes, file stores), {@code spec.zip}, {@code object.zip}, {@code filestores}.
 */
public final class PortObjectFiles {

    private static final String META = "meta.xml";

    private static final String FILE_STORES = "filestores";

    private PortObjectFiles() {
    }

    /**
     * @param object a port object
     * @param directory receives it; made if absent
     * @param exec for progress and cancellation
     * @throws IOException if something can't be written or a serializer isn't registered
     * @throws CanceledExecutionException if the user cancelled
     */
    public static void save(final PortObject object, final Path directory, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        Files.createDirectories(directory);
        final ModelContent meta = new ModelContent("port object");
        meta.addString("object_class", object.getClass().getName());
        if (object instanceof BufferedDataTable table) {
            TableFiles.save(table, directory, exec);
        } else {
            saveObject(object, directory, meta, exec);
        }
        meta.saveToXML(Files.newOutputStream(directory.resolve(META)));
    }

    private static void saveObject(final PortObject object, final Path directory, final ModelContent meta,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        final PortObjectSpec spec = object.getSpec();
        final PortTypeRegistry types = PortTypeRegistry.getInstance();
        meta.addString("spec_class", spec.getClass().getName());
        try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(
            Files.newOutputStream(directory.resolve("spec.zip")))) {
            types.getSpecSerializer(spec.getClass()).orElseThrow(() -> unknown(spec)).savePortObjectSpec(spec, out);
        }
        if (object instanceof FileStorePortObject f) {
            saveFileStores(f, directory, meta);
        }
        try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(
            Files.newOutputStream(directory.resolve("object.zip")))) {
            types.getObjectSerializer(object.getClass()).orElseThrow(() -> unknown(object))
                .savePortObject(object, out, exec);
        }
    }

    private static IOException unknown(final Object o) {
        return new IOException("No serializer for " + o.getClass().getName()
            + " is registered at the extension point org.knime.core.PortType");
    }

    private static void saveFileStores(final FileStorePortObject object, final Path directory,
        final ModelContent meta) throws IOException {
        FileStoreUtil.invokeFlush(object);
        final List<String> names = new ArrayList<>();
        for (final FileStore store : FileStoreUtil.getFileStores(object)) {
            final String name = names.size() + "_" + FileStoreUtil.getFileStoreKey(store).getName();
            if (store.getFile().exists()) {
                FileUtil.copyDir(store.getFile(), directory.resolve(FILE_STORES).resolve(name).toFile());
            }
            names.add(name);
        }
        meta.addStringArray(FILE_STORES, names.toArray(String[]::new));
    }

    /**
     * @param directory holds a saved port object
     * @param repository receives its file stores
     * @param exec for progress and cancellation
     * @return a new object with the same content
     * @throws IOException if something is missing or damaged
     * @throws CanceledExecutionException if the user cancelled
     */
    public static PortObject load(final Path directory, final DataRepository repository, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final ModelContentRO meta = ModelContent.loadFromXML(Files.newInputStream(directory.resolve(META)));
        try {
            if (BufferedDataTable.class.getName().equals(meta.getString("object_class"))) {
                return TableFiles.load(directory, repository);
            }
            return loadObject(directory, meta, repository, exec);
        } catch (final InvalidSettingsException e) {
            throw new IOException(directory + " holds no port object: " + e.getMessage(), e);
        }
    }

    private static PortObject loadObject(final Path directory, final ModelContentRO meta,
        final DataRepository repository, final ExecutionMonitor exec)
        throws IOException, InvalidSettingsException, CanceledExecutionException {
        final PortTypeRegistry types = PortTypeRegistry.getInstance();
        final PortObjectSpec spec;
        try (PortObjectSpecZipInputStream in = PortUtil.getPortObjectSpecZipInputStream(
            Files.newInputStream(directory.resolve("spec.zip")))) {
            spec = types.getSpecClass(meta.getString("spec_class")).flatMap(types::getSpecSerializer)
                .orElseThrow(() -> new IOException("The spec's class isn't registered: " + directory))
                .loadPortObjectSpec(in);
        }
        final PortObject object;
        try (PortObjectZipInputStream in = PortUtil.getPortObjectZipInputStream(
            Files.newInputStream(directory.resolve("object.zip")))) {
            object = types.getObjectClass(meta.getString("object_class")).flatMap(types::getObjectSerializer)
                .orElseThrow(() -> new IOException("The port object's class isn't registered: " + directory))
                .loadPortObject(in, spec, exec);
        }
        if (object instanceof FileStorePortObject f) {
            FileStoreUtil.setFileStores(f,
                loadFileStores(directory, meta.getStringArray(FILE_STORES), repository.newFileStoreArea()));
        }
        return object;
    }

    private static List<FileStore> loadFileStores(final Path directory, final String[] names,
        final FileStoreArea area) throws IOException {
        final List<FileStore> stores = new ArrayList<>();
        for (final String name : names) {
            final FileStore store = area.createFileStore(name);
            final Path saved = directory.resolve(FILE_STORES).resolve(name);
            if (Files.exists(saved)) {
                FileUtil.copyDir(saved.toFile(), store.getFile());
            }
            stores.add(store);
        }
        return stores;
    }

    /**
     * What a downstream node would get if the workflow were saved and loaded between: an object of which nothing is
     * left but what its serializers write.
     *
     * @param object a port object
     * @param repository receives the copy's file stores
     * @param exec for progress and cancellation
     * @return a new object with the same content
     * @throws IOException if saving or loading fails
     * @throws CanceledExecutionException if the user cancelled
     */
    public static PortObject roundTrip(final PortObject object, final DataRepository repository,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        final Path directory = Files.createTempDirectory(repository.directory(), "port-");
        try {
            save(object, directory, exec);
            return load(directory, repository, exec);
        } finally {
            FileUtil.deleteRecursively(directory.toFile());
        }
    }
}
