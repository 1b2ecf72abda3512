package org.knime.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Opens a node to the workflow runner and to tests. Not part of KNIME's API: nodes must not use it. */
public final class DefaultNodeAccess {

    private final DefaultNode m_node;

    private final List<Port> m_inputs;

    private final List<Port> m_outputs;

    private DefaultNodeAccess(final DefaultNode node) {
        m_node = node;
        m_inputs = PortGroup.inputs(node.ports());
        m_outputs = PortGroup.outputs(node.ports());
        if (node.model() instanceof RearrangingModel && !(isTable(m_inputs) && isTable(m_outputs))) {
            throw new IllegalStateException(
                "A node that rearranges columns must have exactly one input and one output table.");
        }
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

    /** @return the path of the icon, from the factory's package */
    public String icon() {
        return m_node.texts().icon();
    }

    /** @return the short description */
    public String shortDescription() {
        return m_node.texts().shortDescription();
    }

    /** @return the full description, HTML */
    public String fullDescription() {
        return m_node.texts().fullDescription();
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

    /** @return whether users can add, remove or exchange ports */
    public boolean hasConfigurablePorts() {
        return m_node.ports().stream().anyMatch(PortGroup::isConfigurable);
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
        if (m_node.model() instanceof RearrangingModel model) {
            final var spec = Rearrangement.of(model, parameters, (DataTableSpec)specs[0]).createSpec();
            return new Configured(new PortObjectSpec[]{spec}, Optional.empty());
        }
        final var output = new ConfigureCall.Output(m_outputs.size());
        ((StandardModel)m_node.model()).configure().accept(new ConfigureCall.Input(parameters, specs, outputTypes()),
            output);
        return output.result();
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
        if (m_node.model() instanceof RearrangingModel model) {
            final var table = (BufferedDataTable)inputs[0];
            final var rearranger = Rearrangement.of(model, parameters, table.getDataTableSpec());
            final var result = context.createColumnRearrangeTable(table, rearranger, context);
            return new Executed(new PortObject[]{result}, new PortObject[0], Optional.empty());
        }
        final var output = new ExecuteCall.Output(m_outputs.size());
        ((StandardModel)m_node.model()).execute()
            .accept(new ExecuteCall.Input(parameters, inputs, context, outputTypes()), output);
        return output.result();
    }

    private PortType[] outputTypes() {
        return m_outputs.stream().map(Port::type).toArray(PortType[]::new);
    }

    private static boolean isTable(final List<Port> ports) {
        return ports.size() == 1 && ports.get(0).type().equals(BufferedDataTable.TYPE);
    }

    /**
     * A port.
     *
     * @param name what users see
     * @param description what comes in or out
     * @param type its type
     */
    public record Port(String name, String description, PortType type) {

        /** @return whether it may stay unconnected */
        public boolean isOptional() {
            return type.isOptional();
        }
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
