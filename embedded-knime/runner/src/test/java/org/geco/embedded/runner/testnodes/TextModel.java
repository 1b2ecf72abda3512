package org.geco.embedded.runner.testnodes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A model with a part that is saved and a part that isn't, as it happens to programmers. */
public final class TextModel implements PortObject {

    private final TextModelSpec m_spec;

    private final String m_saved;

    private final String m_forgotten;

    /** Writes and reads. */
    public static final class Serializer extends PortObjectSerializer<TextModel> {

        @Override
        public void savePortObject(final TextModel object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry("text"));
            out.write(object.m_saved.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public TextModel loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            in.getNextEntry();
            return new TextModel((TextModelSpec)spec, new String(in.readAllBytes(), StandardCharsets.UTF_8), "lost");
        }
    }

    TextModel(final TextModelSpec spec, final String text) {
        this(spec, text, text);
    }

    private TextModel(final TextModelSpec spec, final String saved, final String forgotten) {
        m_spec = spec;
        m_saved = saved;
        m_forgotten = forgotten;
    }

    String saved() {
        return m_saved;
    }

    String forgotten() {
        return m_forgotten;
    }

    @Override
    public String getSummary() {
        return m_saved;
    }

    @Override
    public TextModelSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
