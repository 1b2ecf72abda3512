package org.geco.embedded.data;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** A spec with a title. */
public final class NoteSpec extends AbstractSimplePortObjectSpec {

    private String m_title;

    /** Used when a spec is read. */
    public NoteSpec() {
        // set in load
    }

    NoteSpec(final String title) {
        m_title = title;
    }

    String title() {
        return m_title;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("title", m_title);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_title = model.getString("title");
    }

    /** Writes and reads these specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<NoteSpec> {
    }
}
