package org.geco.embedded.runner.nodes;

import java.util.List;
import java.util.Map;

import org.geco.embedded.runner.variables.VariableUse;
import org.geco.embedded.runner.variables.WorkflowVariable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.Port;
import org.knime.node.parameters.NodeParameters;

/** A node of a loaded workflow: what it can do, and the settings it was saved with. */
public final class LoadedNode {

    private final int m_id;

    private final DefaultNodeAccess m_access;

    private final NodeSettings m_model;

    private final List<VariableUse> m_variables;

    LoadedNode(final int id, final DefaultNodeAccess access, final NodeSettings model,
        final List<VariableUse> variables) {
        m_id = id;
        m_access = access;
        m_model = model;
        m_variables = variables;
    }

    /** @return the node's ID in the workflow */
    public int id() {
        return m_id;
    }

    /** @return the node's name */
    public String name() {
        return m_access.name();
    }

    /** @return name and ID, for messages */
    public String label() {
        return name() + " (#" + m_id + ")";
    }

    /** @return the data input ports */
    public List<Port> inputs() {
        return m_access.inputs();
    }

    /** @return the data output ports */
    public List<Port> outputs() {
        return m_access.outputs();
    }

    /**
     * @param variables the variables that the node sees, by name
     * @return the node's settings after variables have overwritten some of them
     * @throws InvalidSettingsException if a variable is unknown or doesn't fit, or the node refuses the settings
     */
    public Effective settings(final Map<String, WorkflowVariable> variables) throws InvalidSettingsException {
        final NodeSettings model = copy(m_model);
        final Map<String, WorkflowVariable> exposed = VariableUse.apply(m_variables, model, variables);
        return new Effective(Parameters.load(m_access, model), exposed);
    }

    static NodeSettings copy(final NodeSettings settings) {
        final NodeSettings copy = new NodeSettings(settings.getKey());
        settings.copyTo(copy);
        return copy;
    }

    /**
     * @param settings the settings in force
     * @param inputs a spec for each input port; null where an optional port isn't connected
     * @return a spec for each output port, null where it isn't known before execution, and a warning
     * @throws InvalidSettingsException if the node can't run like this
     */
    public DefaultNodeAccess.Configured configure(final Effective settings, final PortObjectSpec[] inputs)
        throws InvalidSettingsException {
        return m_access.configure(settings.parameters(), inputs);
    }

    /**
     * @param settings the settings in force
     * @param inputs an object for each input port; null where an optional port isn't connected
     * @param exec the context
     * @return an object for each output port, and a warning
     * @throws CanceledExecutionException if the run was cancelled
     * @throws KNIMEException if the node failed
     * @throws InvalidSettingsException if the node refuses its input
     */
    public DefaultNodeAccess.Executed execute(final Effective settings, final PortObject[] inputs,
        final ExecutionContext exec) throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        return m_access.execute(settings.parameters(), inputs, exec);
    }

    /**
     * Settings in force for one configuration and execution.
     *
     * @param parameters the node's parameters; null if it has none
     * @param exposed variables made of settings, by name
     */
    public record Effective(NodeParameters parameters, Map<String, WorkflowVariable> exposed) {
    }
}
