package org.geco.asd.workflows;

import java.util.Map;

import org.geco.embedded.parameters.ParametersPersistence;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;

/** The {@code settings.xml} of one node that has not been executed, with every key that KNIME's loader demands. */
final class NodeSettingsFile {

    private final WorkflowNode m_node;

    private final int m_outPorts;

    NodeSettingsFile(final WorkflowNode node, final int outPorts) {
        m_node = node;
        m_outPorts = outPorts;
    }

    NodeSettings create() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("node_file", "settings.xml");
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        addModel(settings);
        addVariables(settings);
        addAnnotation(settings);
        settings.addString("customDescription", null);
        settings.addString("state", m_node.state());
        addFactory(settings);
        settings.addString("name", m_node.name());
        settings.addBoolean("hasContent", false);
        settings.addBoolean("isInactive", false);
        addPorts(settings);
        final NodeSettingsWO fileStores = settings.addNodeSettings("filestores");
        fileStores.addString("file_store_location", null);
        fileStores.addString("file_store_id", null);
        return settings;
    }

    private void addModel(final NodeSettings settings) throws InvalidSettingsException {
        final NodeSettings model = new NodeSettings("model");
        ParametersPersistence.save(parameters(), model);
        for (final Map.Entry<String, Object> value : m_node.values().entrySet()) {
            replace(model, value.getKey(), value.getValue());
        }
        model.copyTo(settings.addNodeSettings("model"));
    }

    /** By our naming rule {@code XNodeFactory} has its parameters in {@code XNodeParameters}. */
    private NodeParameters parameters() {
        final String type = m_node.factory().getClass().getName().replaceFirst("Factory$", "Parameters");
        try {
            final var constructor = Class.forName(type).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (NodeParameters)constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No parameters class " + type, e);
        }
    }

    private static void replace(final NodeSettings root, final String path, final Object value)
        throws InvalidSettingsException {
        final String[] keys = path.split("/");
        NodeSettings parent = root;
        for (int i = 0; i < keys.length - 1; i++) {
            parent = parent.getNodeSettings(keys[i]);
        }
        final String key = keys[keys.length - 1];
        if (value instanceof Integer number) {
            parent.getInt(key);
            parent.addInt(key, number);
        } else if (value instanceof Double number) {
            parent.getDouble(key);
            parent.addDouble(key, number);
        } else if (value instanceof Boolean flag) {
            parent.getBoolean(key);
            parent.addBoolean(key, flag);
        } else if (value instanceof String[] texts) {
            parent.getStringArray(key);
            parent.addStringArray(key, texts);
        } else {
            parent.getString(key);
            parent.addString(key, value.toString());
        }
    }

    private void addVariables(final NodeSettings settings) {
        if (m_node.variables().isEmpty()) {
            return;
        }
        final NodeSettingsWO variables = settings.addNodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        final NodeSettings tree = (NodeSettings)variables.addNodeSettings("tree");
        m_node.variables().forEach((path, variable) -> addVariable(tree, path.split("/"), variable));
    }

    private static void addVariable(final NodeSettings tree, final String[] keys, final String variable) {
        NodeSettings parent = tree;
        for (final String key : keys) {
            parent = child(parent, key);
        }
        parent.addString("used_variable", variable);
        parent.addString("exposed_variable", null);
    }

    private static NodeSettings child(final NodeSettings parent, final String key) {
        try {
            return parent.containsKey(key) ? parent.getNodeSettings(key) : parent.addNodeSettings(key);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addAnnotation(final NodeSettings settings) {
        if (m_node.annotation().isEmpty()) {
            return;
        }
        final NodeSettingsWO annotation = settings.addNodeSettings("nodeAnnotation");
        Annotations.write(annotation, m_node.annotation(),
            new Annotations.Box(m_node.x() - 35, m_node.y() + 70, 130, 18),
            Annotations.Style.UNDER_NODE);
    }

    private void addFactory(final NodeSettings settings) {
        settings.addString("factory", m_node.factory().getClass().getName());
        settings.addString("node-name", m_node.name());
        settings.addString("node-bundle-name", "GeCo Anomalous Sound Detection for KNIME");
        settings.addString("node-bundle-symbolic-name", "org.geco.asd");
        settings.addString("node-bundle-vendor", "GeCo for KNIME");
        settings.addString("node-bundle-version", "0.1.0");
        settings.addString("node-feature-name", null);
        settings.addString("node-feature-symbolic-name", null);
        settings.addString("node-feature-vendor", null);
        settings.addString("node-feature-version", "0.0.0");
        settings.addNodeSettings("factory_settings");
    }

    private void addPorts(final NodeSettings settings) {
        final NodeSettingsWO ports = settings.addNodeSettings("ports");
        for (int i = 1; i <= m_outPorts; i++) {
            final NodeSettingsWO port = ports.addNodeSettings("port_" + i);
            port.addInt("index", i);
            port.addString("port_dir_location", null);
        }
    }
}
