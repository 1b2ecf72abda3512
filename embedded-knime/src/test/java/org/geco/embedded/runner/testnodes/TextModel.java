package org.geco.embedded.runner.testnodes;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A model with a part that is saved and a part that isn't, as it happens to programmers. */
public final class TextModel extends AbstractSimplePortObject {

    private TextModelSpec m_spec;

    private String m_saved = "lost";

    private String m_forgotten = "lost";

    /** Writes and reads. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<TextModel> {
    }

    /** For reading. */
    public TextModel() {
        // filled by load
    }

    TextModel(final TextModelSpec spec, final String text) {
        m_spec = spec;
        m_saved = text;
        m_forgotten = text;
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
    protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
        model.addString("saved", m_saved);
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws InvalidSettingsException {
        m_spec = (TextModelSpec)spec;
        m_saved = model.getString("saved");
    }
}
