package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A text in a file, with a title in the spec; in memory only until it is flushed. */
public final class NotePortObject extends FileStorePortObject {

    private final NoteSpec m_spec;

    private String m_text;

    NotePortObject(final NoteSpec spec, final String text, final FileStore store) {
        super(List.of(store));
        m_spec = spec;
        m_text = text;
    }

    private NotePortObject(final NoteSpec spec) {
        m_spec = spec;
    }

    @Override
    protected void flushToFileStore() throws IOException {
        Files.writeString(getFileStore(0).getFile().toPath(), m_text);
    }

    @Override
    protected void postConstruct() throws IOException {
        m_text = Files.readString(getFileStore(0).getFile().toPath());
    }

    @Override
    public String getSummary() {
        return m_text;
    }

    @Override
    public NoteSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Writes and reads these objects. */
    public static final class Serializer extends PortObjectSerializer<NotePortObject> {

        @Override
        public void savePortObject(final NotePortObject object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) {
            // all of it is in the file and the spec
        }

        @Override
        public NotePortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) {
            return new NotePortObject((NoteSpec)spec);
        }
    }
}
