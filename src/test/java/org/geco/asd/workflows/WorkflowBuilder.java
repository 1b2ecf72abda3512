package org.geco.asd.workflows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeFactory;

/**
 * Writes a workflow directory that KNIME 5.8 loads: what the templates in {@code test-workflows} are made with. The
 * same calls write the same bytes.
 */
final class WorkflowBuilder {

    private final String m_description;

    private final List<WorkflowNode> m_nodes = new ArrayList<>();

    private final List<int[]> m_connections = new ArrayList<>();

    private final Map<String, Object> m_variables = new LinkedHashMap<>();

    private final Map<String, Annotations.Box> m_notes = new LinkedHashMap<>();

    WorkflowBuilder(final String description) {
        m_description = description;
    }

    /** A workflow variable with its default; a String, an Integer or a Double. */
    WorkflowBuilder variable(final String name, final Object value) {
        m_variables.put(name, value);
        return this;
    }

    /** A note on the canvas. */
    WorkflowBuilder note(final String text, final Annotations.Box box) {
        m_notes.put(text, box);
        return this;
    }

    /** A node on a grid of columns and rows; IDs count from 1. */
    WorkflowNode node(final DefaultNodeFactory factory, final int column, final int row) {
        final WorkflowNode node = new WorkflowNode(m_nodes.size() + 1, factory, column, row);
        m_nodes.add(node);
        return node;
    }

    /** The first node of a name. */
    WorkflowNode find(final String name) {
        return m_nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    /** A connection; ports count from 1. */
    WorkflowBuilder connect(final WorkflowNode from, final int fromPort, final WorkflowNode to, final int toPort) {
        m_connections.add(new int[]{from.id(), fromPort, to.id(), toPort});
        return this;
    }

    void write(final Path directory) throws IOException, InvalidSettingsException {
        Files.createDirectories(directory);
        save(workflow(), directory.resolve("workflow.knime"));
        for (final WorkflowNode node : m_nodes) {
            final Path folder = Files.createDirectories(directory.resolve(node.folder()));
            save(new NodeSettingsFile(node, DefaultNodeAccess.of(node.factory()).outputs().size()).create(),
                folder.resolve("settings.xml"));
        }
    }

    private static void save(final NodeSettings settings, final Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private NodeSettings workflow() {
        final NodeSettings workflow = new NodeSettings("workflow.knime");
        workflow.addString("created_by", "5.8.2");
        workflow.addBoolean("created_by_nightly", false);
        workflow.addString("version", "5.1.0");
        workflow.addString("name", null);
        workflow.addString("customDescription", m_description);
        workflow.addString("state",
            m_nodes.stream().map(WorkflowNode::state).distinct().count() == 1 ? m_nodes.get(0).state() : "IDLE");
        addVariables(workflow.addNodeSettings("workflow_variables"));
        workflow.addNodeSettings("workflow_credentials");
        addNotes(workflow.addNodeSettings("annotations"));
        addNodes(workflow.addNodeSettings("nodes"));
        addConnections(workflow.addNodeSettings("connections"));
        return workflow;
    }

    private void addVariables(final NodeSettingsWO settings) {
        int i = 0;
        for (final Map.Entry<String, Object> entry : m_variables.entrySet()) {
            final NodeSettingsWO variable = settings.addNodeSettings("Var_" + i++);
            variable.addString("name", entry.getKey());
            if (entry.getValue() instanceof Integer number) {
                variable.addString("class", "INTEGER");
                variable.addInt("value", number);
            } else if (entry.getValue() instanceof Double number) {
                variable.addString("class", "DOUBLE");
                variable.addDouble("value", number);
            } else {
                variable.addString("class", "STRING");
                variable.addString("value", entry.getValue().toString());
            }
        }
    }

    private void addNotes(final NodeSettingsWO settings) {
        int i = 0;
        for (final Map.Entry<String, Annotations.Box> note : m_notes.entrySet()) {
            Annotations.write(settings.addNodeSettings("annotation_" + i++), note.getKey(), note.getValue(),
                Annotations.Style.NOTE);
        }
    }

    private void addNodes(final NodeSettingsWO settings) {
        for (final WorkflowNode node : m_nodes) {
            final NodeSettingsWO entry = settings.addNodeSettings("node_" + node.id());
            entry.addInt("id", node.id());
            entry.addString("node_settings_file", node.folder() + "/settings.xml");
            entry.addBoolean("node_is_meta", false);
            entry.addString("node_type", "NativeNode");
            entry.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
            entry.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", node.x(), node.y(), -1, -1);
        }
    }

    private void addConnections(final NodeSettingsWO settings) {
        for (int i = 0; i < m_connections.size(); i++) {
            final int[] ends = m_connections.get(i);
            final NodeSettingsWO connection = settings.addNodeSettings("connection_" + i);
            connection.addInt("sourceID", ends[0]);
            connection.addInt("destID", ends[2]);
            connection.addInt("sourcePort", ends[1]);
            connection.addInt("destPort", ends[3]);
        }
    }
}
