package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.geco.embedded.core.EmbeddedExtensions;
import org.geco.embedded.core.PortTypeExtension;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortUtil;

/**
 * Saves port objects and loads them again, so that an object that works in memory only fails in our tests and not when
 * a user opens a saved workflow.
 */
public final class PortObjectFiles {

    private PortObjectFiles() {
    }

    /**
     * What a downstream node would get if the workflow were saved and loaded between: an object of which nothing is
     * left but its file stores and what its serializers write. Tables are stored as bytes anyway.
     *
     * @param object a port object
     * @param repository receives temporary files
     * @param exec for progress and cancellation
     * @return a new object with the same content
     * @throws IOException if saving or loading fails
     * @throws CanceledExecutionException if the user cancelled
     */
    public static PortObject roundTrip(final PortObject object, final DataRepository repository,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        if (object instanceof BufferedDataTable) {
            return object;
        }
        final PortTypeExtension type = EmbeddedExtensions.portType(object.getClass())
            .orElseThrow(() -> new IOException("No serializer for " + object.getClass().getName()
                + " is registered at the extension point org.knime.core.PortType"));
        final Path file = Files.createTempFile(repository.directory(), "port-object-", ".zip");
        try {
            return copy(object, type, copy(object.getSpec(), type, file), file, exec);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static PortObject copy(final PortObject object, final PortTypeExtension type, final PortObjectSpec spec,
        final Path file, final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        if (object instanceof FileStorePortObject stored) {
            FileStoreUtil.invokeFlush(stored);
        }
        try (PortObjectZipOutputStream zip =
            PortUtil.getPortObjectZipOutputStream(Files.newOutputStream(file))) {
            type.objectSerializer().savePortObject(object, zip, exec);
        }
        final PortObject copy;
        try (PortObjectZipInputStream zip = PortUtil.getPortObjectZipInputStream(Files.newInputStream(file))) {
            copy = type.objectSerializer().loadPortObject(zip, spec, exec);
        }
        if (object instanceof FileStorePortObject stored && copy instanceof FileStorePortObject loaded) {
            FileStoreUtil.setFileStores(loaded, FileStoreUtil.getFileStores(stored));
        }
        return copy;
    }

    private static PortObjectSpec copy(final PortObjectSpec spec, final PortTypeExtension type, final Path file)
        throws IOException {
        try (PortObjectSpecZipOutputStream zip =
            PortUtil.getPortObjectSpecZipOutputStream(Files.newOutputStream(file))) {
            type.specSerializer().savePortObjectSpec(spec, zip);
        }
        try (PortObjectSpecZipInputStream zip =
            PortUtil.getPortObjectSpecZipInputStream(Files.newInputStream(file))) {
            return type.specSerializer().loadPortObjectSpec(zip);
        }
    }
}
