package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
import org.knime.node.DefaultModel.Rearranging;
import org.knime.node.DefaultModel.Standard;
import org.knime.node.parameters.NodeParameters;

/**
 * Opens a node to the workflow runner and to tests. Not part of KNIME's API: nodes must not use it.
 */
public final class NodeAccess {

    private final DefaultNode m_node;

    private final List<PortType> m_inputs;

    private final List<PortType> m_outputs;

    private NodeAccess(final DefaultNode node) {
        m_node = node;
        m_inputs = types(PortGroup::isInput);
        m_outputs = types(PortGroup::isOutput);
        if (node.model() instanceof Rearranging && !(isTable(m_inputs) && isTable(m_outputs))) {
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
    public static NodeAccess of(final DefaultNodeFactory factory) {
        return new NodeAccess(factory.node());
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

    /** @return the types of the input ports of a new node */
    public List<PortType> inputTypes() {
        return m_inputs;
    }

    /** @return the types of the output ports of a new node */
    public List<PortType> outputTypes() {
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

    /** @return the class of the view's parameters, empty without view or parameters */
    public Optional<Class<? extends NodeParameters>> viewParametersClass() {
        return m_node.view().flatMap(DefaultView::parametersClass);
    }

    /**
     * Checks the parameters against the inputs.
     *
     * @param parameters the parameters, null if the node has none
     * @param specs a spec for each input port, null for what is not known
     * @param warnings takes warnings
     * @return a spec for each output port, null for what is not known
     * @throws InvalidSettingsException if the node can't run like this
     */
    public PortObjectSpec[] configure(final NodeParameters parameters, final PortObjectSpec[] specs,
        final Consumer<String> warnings) throws InvalidSettingsException {
        if (m_node.model() instanceof Rearranging model) {
            return new PortObjectSpec[]{
                Rearrangement.of(model, parameters, (DataTableSpec)specs[0]).createSpec()};
        }
        final var output = new ConfigureCall.Output(m_outputs.size(), warnings);
        ((Standard)m_node.model()).configure().accept(new ConfigureCall.Input(parameters, specs, outputTypeArray()),
            output);
        return output.specs();
    }

    /**
     * Does the node's work.
     *
     * @param parameters the parameters, null if the node has none
     * @param inputs an object for each input port, null where an optional port is not connected
     * @param context creates tables and file stores
     * @param warnings takes warnings
     * @return the outputs and what the node kept for its view
     * @throws CanceledExecutionException if it was cancelled
     * @throws KNIMEException if the node failed
     * @throws InvalidSettingsException if a rearrangement refuses the settings
     */
    public ExecutionResult execute(final NodeParameters parameters, final PortObject[] inputs,
        final ExecutionContext context, final Consumer<String> warnings)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (m_node.model() instanceof Rearranging model) {
            final var table = (BufferedDataTable)inputs[0];
            final var rearranger = Rearrangement.of(model, parameters, table.getDataTableSpec());
            return new ExecutionResult(
                List.of(context.createColumnRearrangeTable(table, rearranger, context)), List.of());
        }
        final var output = new ExecuteCall.Output(m_outputs.size(), warnings);
        ((Standard)m_node.model()).execute()
            .accept(new ExecuteCall.Input(parameters, inputs, context, outputTypeArray()), output);
        return output.result();
    }

    private PortType[] outputTypeArray() {
        return m_outputs.toArray(PortType[]::new);
    }

    private List<PortType> types(final Predicate<PortGroup> side) {
        final var types = new ArrayList<PortType>();
        m_node.ports().stream().filter(side).forEach(group -> types.addAll(group.defaultTypes(m_node.ports())));
        return List.copyOf(types);
    }

    private static boolean isTable(final List<PortType> types) {
        return types.equals(List.of(BufferedDataTable.TYPE));
    }

    /**
     * What an execution gave.
     *
     * @param outputs an object for each output port; elements may be null when the node forgot one
     * @param internals what the node kept for its view
     */
    public record ExecutionResult(List<PortObject> outputs, List<PortObject> internals) {
    }
}
