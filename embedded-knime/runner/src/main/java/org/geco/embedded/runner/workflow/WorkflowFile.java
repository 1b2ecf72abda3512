package org.geco.embedded.runner.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.geco.embedded.runner.variables.VariableType;
import org.geco.embedded.runner.variables.WorkflowVariable;

/** Reads {@code workflow.knime} and the nodes' files that it names. */
public final class WorkflowFile {

    /** The file's name. */
    public static final String NAME = "workflow.knime";

    private static final Set<String> REQUIRED = Set.of("created_by", "version", "name", "customDescription", "state",
        "workflow_credentials", "nodes", "connections");

    private static final Set<String> OPTIONAL = Set.of("created_by_nightly", "authorInformation", "workflow_variables",
        "annotations", "workflow_editor_settings", "wizard", "tableBackend", "extraInfoClassName",
        "ui_classname", "ui_settings", "cipher", "customName");

    private static final Set<String> NODE_KEYS = Set.of("id", "node_settings_file", "node_is_meta", "node_type");

    private static final Set<String> NODE_OPTIONAL = Set.of("ui_classname", "ui_settings", "isDeletable",
        "hasResetLock", "hasConfigureLock");

    private static final Set<String> CONNECTION_KEYS = Set.of("sourceID", "destID", "sourcePort", "destPort");

    private static final Set<String> CONNECTION_OPTIONAL = Set.of("ui_classname", "ui_settings", "extraInfoClassName",
        "isDeletable", "flowVariablePort");

    private final Path m_directory;

    private final Section m_root;

    private WorkflowFile(final Path directory, final Section root) {
        m_directory = directory;
        m_root = root;
    }

    /**
     * @param directory a workflow directory
     * @return what it holds
     * @throws WorkflowLoadException naming file and key of the first thing that is wrong
     */
    public static Workflow read(final Path directory) throws WorkflowLoadException {
        return new WorkflowFile(directory, Section.read(directory, NAME)).workflow();
    }

    private Workflow workflow() throws WorkflowLoadException {
        m_root.check(REQUIRED, OPTIONAL);
        m_root.nonEmptyText("created_by");
        if (!"5.1.0".equals(m_root.text("version"))) {
            throw m_root.problem("version", "is " + m_root.text("version") + "; KNIME 5.8 writes 5.1.0");
        }
        m_root.child("workflow_credentials");
        final Map<Integer, NodeDescription> nodes = nodes();
        final List<Connection> connections = connections(nodes.keySet());
        final List<Integer> order = TopologicalOrder.of(nodes.keySet(), connections);
        if (order.size() < nodes.size()) {
            throw m_root.problem("connections", "form a cycle");
        }
        return new Workflow(variables(), order.stream().map(nodes::get).toList(), connections);
    }

    private List<WorkflowVariable> variables() throws WorkflowLoadException {
        final List<WorkflowVariable> variables = new ArrayList<>();
        if (!m_root.has("workflow_variables")) {
            return variables;
        }
        final Section all = m_root.child("workflow_variables");
        for (final String key : all.keys()) {
            final Section variable = all.child(key);
            variable.check(Set.of("name", "class", "value"), Set.of());
            variables.add(new WorkflowVariable(variable.nonEmptyText("name"), value(variable)));
        }
        return variables;
    }

    private static Object value(final Section variable) throws WorkflowLoadException {
        final VariableType type;
        try {
            type = VariableType.valueOf(variable.nonEmptyText("class"));
        } catch (IllegalArgumentException e) {
            throw variable.problem("class", "is '" + variable.text("class") + "'; this runner knows STRING, INTEGER "
                + "and DOUBLE");
        }
        return switch (type) {
            case STRING -> variable.text("value") == null ? "" : variable.text("value");
            case INTEGER -> variable.number("value");
            case DOUBLE -> variable.decimal("value");
        };
    }

    private Map<Integer, NodeDescription> nodes() throws WorkflowLoadException {
        final Map<Integer, NodeDescription> nodes = new HashMap<>();
        final Section all = m_root.child("nodes");
        for (final String key : all.keys()) {
            final Section node = all.child(key);
            node.check(NODE_KEYS, NODE_OPTIONAL);
            if (node.flag("node_is_meta") || !"NativeNode".equals(node.text("node_type"))) {
                throw node.problem("node_type", "is " + node.text("node_type")
                    + ": this runner has no metanodes and components, use KNIME");
            }
            final int id = node.number("id");
            final NodeDescription description =
                NodeFile.read(m_directory, node.nonEmptyText("node_settings_file"), id);
            if (nodes.put(id, description) != null) {
                throw node.problem("id", "is " + id + ", and another node has this ID too");
            }
        }
        return nodes;
    }

    private List<Connection> connections(final Set<Integer> ids) throws WorkflowLoadException {
        final List<Connection> connections = new ArrayList<>();
        final Set<List<Integer>> taken = new HashSet<>();
        final Section all = m_root.child("connections");
        for (final String key : all.keys()) {
            final Section section = all.child(key);
            section.check(CONNECTION_KEYS, CONNECTION_OPTIONAL);
            final Connection connection = new Connection(section.number("sourceID"), section.number("sourcePort"),
                section.number("destID"), section.number("destPort"));
            for (final String end : List.of("sourceID", "destID")) {
                if (!ids.contains(section.number(end))) {
                    throw section.problem(end, "is " + section.number(end) + ", and no node has this ID");
                }
            }
            if (!connection.isVariableConnection()
                && !taken.add(List.of(connection.destination(), connection.destinationPort()))) {
                throw section.problem("destPort", "is a port that another connection leads to already ("
                    + connection + ")");
            }
            connections.add(connection);
        }
        return connections;
    }
}
