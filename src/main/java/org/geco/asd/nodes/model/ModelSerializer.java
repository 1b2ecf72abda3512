package org.geco.asd.nodes.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.zip.ZipEntry;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** Saves a model port object: KNIME takes care of spec and file, so only the version is left to write. */
public abstract class ModelSerializer<T extends PortObject> extends PortObjectSerializer<T> {
    private static final String VERSION_ENTRY = "version";
    private static final String VERSION = "1";

    private final Function<ModelSpec, T> m_create;

    /** @param create makes an object without its file, which KNIME attaches next */
    protected ModelSerializer(final Function<ModelSpec, T> create) {
        m_create = create;
    }

    @Override
    public final void savePortObject(final T object, final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        out.putNextEntry(new ZipEntry(VERSION_ENTRY));
        out.write(VERSION.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    @Override
    public final T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        final ZipEntry entry = in.getNextEntry();
        if (entry == null || !VERSION_ENTRY.equals(entry.getName())) {
            throw new IOException("This is no model of the Anomalous Sound Detection extension");
        }
        final String version = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (!VERSION.equals(version)) {
            throw new IOException("The model was saved by a later version of the Anomalous Sound Detection extension");
        }
        return m_create.apply((ModelSpec)spec);
    }
}
