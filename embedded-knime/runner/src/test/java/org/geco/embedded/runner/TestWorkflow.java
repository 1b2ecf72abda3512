package org.geco.embedded.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** Writes small workflows of the test nodes. */
final class TestWorkflow {

    private static final String NODES = "org.geco.embedded.runner.testnodes.";

    private final Path m_directory;

    private final NodeSettings m_root = new NodeSettings("workflow.knime");

    private final NodeSettingsWO m_variables;

    private final NodeSettingsWO m_nodes;

    private final NodeSettingsWO m_connections;

    private int m_count;

    TestWorkflow(final Path directory) {
        m_directory = directory;
        m_root.addString("created_by", "5.8.2");
        m_root.addString("version", "5.1.0");
        m_root.addString("name", null);
        m_root.addString("customDescription", null);
        m_root.addString("state", "IDLE");
        m_variables = m_root.addNodeSettings("workflow_variables");
        m_root.addNodeSettings("workflow_credentials");
        m_nodes = m_root.addNodeSettings("nodes");
        m_connections = m_root.addNodeSettings("connections");
    }

    TestWorkflow variable(final String name, final String type, final Consumer<NodeSettingsWO> value) {
        final NodeSettingsWO variable = m_variables.addNodeSettings("Var_" + m_count++);
        variable.addString("name", name);
        variable.addString("class", type);
        value.accept(variable);
        return this;
    }

    /** The source with default settings; {@code variables} are pairs of a setting's path and a variable. */
    TestWorkflow numbers(final int id, final int count, final String... variables) throws IOException {
        return node(id, "NumbersNodeFactory", 1, model -> {
            model.addInt("count", count);
            model.addDouble("step", 0.1);
            final NodeSettingsWO texts = model.addNodeSettings("texts");
            texts.addString("text", "plain");
            texts.addBoolean("upperCase", false);
        }, variables);
    }

    TestWorkflow node(final int id, final String factory, final int ports, final Consumer<NodeSettingsWO> model,
        final String... variables) throws IOException {
        final NodeSettingsWO node = m_nodes.addNodeSettings("node_" + id);
        node.addInt("id", id);
        node.addString("node_settings_file", "Node (#" + id + ")/settings.xml");
        node.addBoolean("node_is_meta", false);
        node.addString("node_type", "NativeNode");
        save(settings(factory, ports, model, variables), m_directory.resolve("Node (#" + id + ")/settings.xml"));
        return this;
    }

    private static NodeSettings settings(final String factory, final int ports, final Consumer<NodeSettingsWO> model,
        final String... variables) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        model.accept(settings.addNodeSettings("model"));
        settings.addString("state", "IDLE");
        settings.addString("factory", NODES + factory);
        settings.addString("node-name", "A node");
        settings.addString("node-bundle-name", "Test nodes");
        settings.addString("node-bundle-symbolic-name", "org.example.testnodes");
        settings.addString("node-bundle-vendor", "Tests");
        settings.addBoolean("hasContent", false);
        addVariables(settings, variables);
        final NodeSettingsWO all = settings.addNodeSettings("ports");
        for (int i = 1; i <= ports; i++) {
            final NodeSettingsWO port = all.addNodeSettings("port_" + i);
            port.addInt("index", i);
            port.addString("port_dir_location", null);
        }
        final NodeSettingsWO stores = settings.addNodeSettings("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
        return settings;
    }

    private static void addVariables(final NodeSettings settings, final String... variables) {
        if (variables.length == 0) {
            return;
        }
        final NodeSettingsWO root = settings.addNodeSettings("variables");
        root.addString("version", "V_2019_09_13");
        final NodeSettings tree = (NodeSettings)root.addNodeSettings("tree");
        for (int i = 0; i < variables.length; i += 2) {
            NodeSettings parent = tree;
            for (final String key : variables[i].split("/")) {
                parent = child(parent, key);
            }
            final String[] names = variables[i + 1].split(">", -1);
            parent.addString("used_variable", names[0].isEmpty() ? null : names[0]);
            parent.addString("exposed_variable", names.length > 1 ? names[1] : null);
        }
    }

    private static NodeSettings child(final NodeSettings parent, final String key) {
        try {
            return parent.containsKey(key) ? parent.getNodeSettings(key) : parent.addNodeSettings(key);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    TestWorkflow connect(final int source, final int sourcePort, final int destination, final int destinationPort) {
        final NodeSettingsWO connection = m_connections.addNodeSettings("connection_" + m_count++);
        connection.addInt("sourceID", source);
        connection.addInt("destID", destination);
        connection.addInt("sourcePort", sourcePort);
        connection.addInt("destPort", destinationPort);
        return this;
    }

    Path write() throws IOException {
        save(m_root, m_directory.resolve("workflow.knime"));
        return m_directory;
    }

    private static void save(final NodeSettings settings, final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }
}
