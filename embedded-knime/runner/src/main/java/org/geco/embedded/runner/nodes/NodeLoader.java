package org.geco.embedded.runner.nodes;

import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.core.EmbeddedExtensions;
import org.geco.embedded.runner.arguments.NodeOption;
import org.geco.embedded.runner.registry.Plugin;
import org.geco.embedded.runner.registry.Plugins;
import org.geco.embedded.runner.workflow.Connection;
import org.geco.embedded.runner.workflow.NodeDescription;
import org.geco.embedded.runner.workflow.Workflow;
import org.geco.embedded.runner.workflow.WorkflowLoadException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.Port;

/** Turns a workflow's descriptions of nodes into nodes, and checks everything that can be checked before running. */
public final class NodeLoader {

    private final Plugins m_plugins;

    private final List<NodeOption> m_options;

    /**
     * @param plugins where the nodes are registered
     * @param options settings to replace
     */
    public NodeLoader(final Plugins plugins, final List<NodeOption> options) {
        m_plugins = plugins;
        m_options = options;
    }

    /**
     * @param workflow a workflow
     * @return its nodes, in the same order
     * @throws WorkflowLoadException naming file and key of the first thing that is wrong
     */
    public List<LoadedNode> load(final Workflow workflow) throws WorkflowLoadException {
        for (final NodeOption option : m_options) {
            if (workflow.nodes().stream().noneMatch(node -> node.id() == option.nodeId())) {
                throw new WorkflowLoadException(
                    "-option=" + option.nodeId() + "," + option.path() + ": no node has this ID");
            }
        }
        final List<LoadedNode> nodes = new ArrayList<>();
        for (final NodeDescription description : workflow.nodes()) {
            nodes.add(load(description));
        }
        for (final Connection connection : workflow.connections()) {
            check(connection, nodes);
        }
        return nodes;
    }

    private LoadedNode load(final NodeDescription description) throws WorkflowLoadException {
        final DefaultNodeAccess access = DefaultNodeAccess.of(factory(description));
        if (description.ports() != access.outputs().size()) {
            throw description.root().problem("ports", "lists " + description.ports() + " output ports; "
                + access.name() + " has " + access.outputs().size());
        }
        parameters(access, description, description.model().settings());
        final NodeSettings model = LoadedNode.copy(description.model().settings());
        for (final NodeOption option : m_options) {
            if (option.nodeId() == description.id()) {
                put(option, model);
                parameters(access, description, model);
            }
        }
        return new LoadedNode(description.id(), access, model, description.variables());
    }

    private static void parameters(final DefaultNodeAccess access, final NodeDescription description,
        final NodeSettings model) throws WorkflowLoadException {
        try {
            Parameters.load(access, model);
        } catch (InvalidSettingsException e) {
            throw description.root().problem("model", "does not fit to " + access.name() + ": " + e.getMessage());
        }
    }

    private DefaultNodeFactory factory(final NodeDescription description) throws WorkflowLoadException {
        final Plugin plugin = m_plugins.withFactory(description.factory()).orElseThrow(() -> description.root()
            .problem("factory", "is '" + description.factory() + "', which no plugin.xml registers"));
        if (!plugin.bundle().equals(description.bundle())) {
            throw description.root().problem("node-bundle-symbolic-name",
                "is '" + description.bundle() + "'; this node comes from '" + plugin.bundle() + "'");
        }
        try {
            return Class.forName(description.factory(), true, m_plugins.loader())
                .asSubclass(DefaultNodeFactory.class).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new WorkflowLoadException(description.root().file() + ": key 'factory': the class "
                + description.factory() + " can't be created: " + e, e);
        }
    }

    private static void put(final NodeOption option, final NodeSettings model) throws WorkflowLoadException {
        final List<String> keys = option.keys();
        NodeSettings parent = model;
        try {
            for (final String key : keys.subList(0, keys.size() - 1)) {
                parent = parent.getNodeSettings(key);
            }
        } catch (InvalidSettingsException e) {
            throw unknown(option, e);
        }
        final String key = keys.get(keys.size() - 1);
        if (!parent.containsKey(key)) {
            throw unknown(option, null);
        }
        final ConfigEntries before = parent.getEntry(key).type();
        parent.addEntry(key, option.type().entry(option.value()));
        final ConfigEntries now = parent.getEntry(key).type();
        if (before != now) {
            throw new WorkflowLoadException("-option=" + option.nodeId() + "," + option.path()
                + ": the setting is of type " + before.name() + ", not " + now.name());
        }
    }

    private static WorkflowLoadException unknown(final NodeOption option, final Exception cause) {
        return new WorkflowLoadException("-option=" + option.nodeId() + "," + option.path()
            + ": the node has no such setting", cause);
    }

    private static void check(final Connection connection, final List<LoadedNode> nodes) throws WorkflowLoadException {
        if (connection.isVariableConnection()) {
            return;
        }
        final Port source = port(byId(nodes, connection.source()).outputs(), connection.sourcePort());
        final Port destination =
            port(byId(nodes, connection.destination()).inputs(), connection.destinationPort());
        final String place = "workflow.knime: key 'connections': the connection from " + connection;
        if (source == null || destination == null) {
            throw new WorkflowLoadException(place + " " + (source == null ? "starts" : "ends")
                + " at a port that does not exist");
        }
        if (!destination.type().getPortObjectClass().isAssignableFrom(source.type().getPortObjectClass())) {
            throw new WorkflowLoadException(place + " joins ports of different types: "
                + EmbeddedExtensions.portName(source.type()) + " and "
                + EmbeddedExtensions.portName(destination.type()));
        }
    }

    private static Port port(final List<Port> ports, final int number) {
        return number >= 1 && number <= ports.size() ? ports.get(number - 1) : null;
    }

    private static LoadedNode byId(final List<LoadedNode> nodes, final int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst().orElseThrow();
    }
}
