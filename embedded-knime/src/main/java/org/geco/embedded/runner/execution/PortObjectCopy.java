package org.geco.embedded.runner.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;

/**
 * Saves port objects and loads them again, so that an object that works in memory only fails in our tests and not when
 * a user opens a saved workflow. Tables are stored as bytes anyway.
 */
final class PortObjectCopy {

    private PortObjectCopy() {
    }

    /**
     * @param object what a node delivered
     * @param exec for cancellation
     * @param folder for temporary files
     * @return the object as it comes out of its saved form; the object itself if its kind isn't saved
     * @throws IOException if saving or loading fails
     * @throws CanceledExecutionException if the run was cancelled
     */
    static PortObject of(final PortObject object, final ExecutionMonitor exec, final Path folder)
        throws IOException, CanceledExecutionException {
        final Optional<PortObjectSerializer<PortObject>> serializer =
            PortTypeRegistry.getInstance().getObjectSerializer(object.getClass());
        if (serializer.isEmpty()) {
            return object;
        }
        final Path file = Files.createTempFile(folder, "port-object-", ".zip");
        try {
            final PortObjectSpec spec = copy(object.getSpec(), file);
            return copy(object, serializer.get(), spec, file, exec);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static PortObject copy(final PortObject object, final PortObjectSerializer<PortObject> serializer,
        final PortObjectSpec spec, final Path file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        if (object instanceof FileStorePortObject stored) {
            FileStoreUtil.invokeFlush(stored);
        }
        try (OutputStream out = Files.newOutputStream(file);
                PortObjectZipOutputStream zip = PortUtil.getPortObjectZipOutputStream(out)) {
            serializer.savePortObject(object, zip, exec);
        }
        final PortObject copy;
        try (InputStream in = Files.newInputStream(file);
                PortObjectZipInputStream zip = PortUtil.getPortObjectZipInputStream(in)) {
            copy = serializer.loadPortObject(zip, spec, exec);
        }
        if (object instanceof FileStorePortObject stored && copy instanceof FileStorePortObject loaded) {
            FileStoreUtil.setFileStores(loaded, FileStoreUtil.getFileStores(stored));
        }
        return copy;
    }

    private static PortObjectSpec copy(final PortObjectSpec spec, final Path file) throws IOException {
        final Optional<PortObjectSpecSerializer<PortObjectSpec>> serializer =
            PortTypeRegistry.getInstance().getSpecSerializer(spec.getClass());
        if (serializer.isEmpty()) {
            return spec;
        }
        try (OutputStream out = Files.newOutputStream(file);
                PortObjectSpecZipOutputStream zip = PortUtil.getPortObjectSpecZipOutputStream(out)) {
            serializer.get().savePortObjectSpec(spec, zip);
        }
        try (InputStream in = Files.newInputStream(file);
                PortObjectSpecZipInputStream zip = PortUtil.getPortObjectSpecZipInputStream(in)) {
            return serializer.get().loadPortObjectSpec(zip);
        }
    }
}
