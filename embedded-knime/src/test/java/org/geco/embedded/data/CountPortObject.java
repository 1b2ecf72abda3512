package org.geco.embedded.data;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A number in a settings tree. */
public final class CountPortObject extends AbstractSimplePortObject {

    private int m_count;

    /** Used when an object is read. */
    public CountPortObject() {
        // set in load
    }

    CountPortObject(final int count) {
        m_count = count;
    }

    @Override
    protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
        model.addInt("count", m_count);
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws InvalidSettingsException {
        m_count = model.getInt("count");
    }

    @Override
    public String getSummary() {
        return m_count + "";
    }

    @Override
    public PortObjectSpec getSpec() {
        return new NoteSpec("count");
    }

    /** Writes and reads these objects. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<CountPortObject> {
    }
}
