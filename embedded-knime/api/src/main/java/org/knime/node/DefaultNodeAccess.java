package org.knime.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** Opens a node to the workflow runner and to tests. Not part of KNIME's API: nodes must not use it. */
public final class DefaultNodeAccess {

    private final DefaultNode m_node;

    private final List<Port> m_inputs;

    private final List<Port> m_outputs;

    private DefaultNodeAccess(final DefaultNode node) {
        m_node = node;
        m_inputs = node.ports().inputs();
        m_outputs = node.ports().outputs();
    }

    /**
     * Opens a node.
     *
     * @param factory its factory
     * @return the node
     */
    public static DefaultNodeAccess of(final DefaultNodeFactory factory) {
        return new DefaultNodeAccess(factory.node());
    }

    /** @return the node's name */
    public String name() {
        return m_node.texts().name();
    }

    /** @return the words a search finds the node by */
    public List<String> keywords() {
        return m_node.keywordList();
    }

    /** @return what kind of node it is */
    public Optional<NodeType> type() {
        return m_node.type();
    }

    /** @return the input ports of a new node, without the flow variable port */
    public List<Port> inputs() {
        return m_inputs;
    }

    /** @return the output ports of a new node, without the flow variable port */
    public List<Port> outputs() {
        return m_outputs;
    }

    /** @return the class of the parameters, empty if the node has none */
    public Optional<Class<? extends NodeParameters>> parametersClass() {
        return m_node.model().parametersClass();
    }

    /** @return the view, empty if the node has none */
    public Optional<DefaultViewAccess> view() {
        return m_node.view().map(DefaultViewAccess::new);
    }

    /**
     * Checks the parameters against the inputs.
     *
     * @param parameters the parameters, null if the node has none
     * @param specs a spec for each input port, null for what is not known or not connected
     * @return the specs of the outputs, null for what is not known, and the last warning
     * @throws InvalidSettingsException if the node can't run like this
     */
    public Configured configure(final NodeParameters parameters, final PortObjectSpec[] specs)
        throws InvalidSettingsException {
        final var output = new ConfigureCall.Output(m_outputs.size());
        m_node.model().configure().accept(new ConfigureCall.Input(parameters, specs), output);
        return new Configured(output.specs(), output.warning());
    }

    /**
     * Does the node's work. What it returns is as the node left it: an output may be null or of the wrong type.
     *
     * @param parameters the parameters, null if the node has none
     * @param inputs an object for each input port, null where an optional port is not connected
     * @param context creates tables and file stores
     * @return the outputs, what the node kept for its view, and the last warning
     * @throws CanceledExecutionException if it was cancelled
     * @throws KNIMEException if the node failed
     * @throws InvalidSettingsException if a rearrangement refuses the settings
     */
    public Executed execute(final NodeParameters parameters, final PortObject[] inputs,
        final ExecutionContext context)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        final var output = new ExecuteCall.Output(m_outputs.size());
        m_node.model().execute().accept(new ExecuteCall.Input(parameters, inputs, context), output);
        return new Executed(output.objects(), output.internals(), output.warning());
    }

    /**
     * What a configuration gave.
     *
     * @param specs a spec for each output port, null for what is not known
     * @param warning the last warning
     */
    public record Configured(PortObjectSpec[] specs, Optional<String> warning) {
    }

    /**
     * What an execution gave.
     *
     * @param objects an object for each output port, null where the node forgot one
     * @param internals what the node kept for its view
     * @param warning the last warning
     */
    public record Executed(PortObject[] objects, PortObject[] internals, Optional<String> warning) {
    }
}
