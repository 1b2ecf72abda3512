package org.geco.embedded.runner.testnodes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Holds a language. */
public final class TextModelSpec extends AbstractSimplePortObjectSpec {

    private String m_language = "none";

    /** Writes and reads. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<TextModelSpec> {
    }

    /** For reading. */
    public TextModelSpec() {
        // filled by load
    }

    TextModelSpec(final String language) {
        m_language = language;
    }

    String language() {
        return m_language;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("language", m_language);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_language = model.getString("language");
    }
}
