package org.geco.embedded.runner.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.geco.embedded.runner.variables.VariableUse;
import org.knime.core.node.InvalidSettingsException;

/** Reads a node's {@code settings.xml}, with every key that KNIME's loader demands. */
final class NodeFile {

    private static final Set<String> REQUIRED = Set.of("flow_stack", "internal_node_subsettings", "model", "state",
        "factory", "node-name", "node-bundle-name", "node-bundle-symbolic-name", "node-bundle-vendor", "hasContent",
        "ports", "filestores");

    private static final Set<String> OPTIONAL = Set.of("node_file", "customDescription", "customName", "name",
        "isInactive", "isDeletable", "hasResetLock", "hasConfigureLock", "node-bundle-version", "node-feature-name",
        "node-feature-symbolic-name", "node-feature-vendor", "node-feature-version", "factory_settings",
        "factory-id-uniquifier", "variables", "view", "view_variables", "nodeAnnotation", "nodecontainer_message",
        "internalObjects", "job.manager", "job.manager.dir", "execution.job");

    private static final Set<String> PORT_CONTENT = Set.of("port_spec_class", "port_spec_location", "port_object_class",
        "port_object_location", "port_object_summary");

    private final int m_id;

    private final Section m_root;

    private NodeFile(final int id, final Section root) {
        m_id = id;
        m_root = root;
    }

    static NodeDescription read(final Path directory, final String file, final int id) throws WorkflowLoadException {
        return new NodeFile(id, Section.read(directory, file)).describe();
    }

    private NodeDescription describe() throws WorkflowLoadException {
        m_root.check(REQUIRED, OPTIONAL);
        m_root.child("flow_stack");
        m_root.child("internal_node_subsettings").nonEmptyText("memory_policy");
        m_root.flag("hasContent");
        m_root.nonEmptyText("state");
        for (final String key : List.of("node-name", "node-bundle-name", "node-bundle-vendor")) {
            m_root.nonEmptyText(key);
        }
        m_root.child("filestores").check(Set.of("file_store_location", "file_store_id"), Set.of());
        return new NodeDescription(m_id, m_root.nonEmptyText("factory"),
            m_root.nonEmptyText("node-bundle-symbolic-name"), countPorts(), m_root, m_root.child("model"), variables());
    }

    private int countPorts() throws WorkflowLoadException {
        final Section ports = m_root.child("ports");
        final int count = ports.keys().size();
        for (int i = 1; i <= count; i++) {
            final Section port = ports.child("port_" + i);
            port.check(Set.of("index", "port_dir_location"), PORT_CONTENT);
            if (port.number("index") != i) {
                throw port.problem("index", "is " + port.number("index") + ", not " + i);
            }
        }
        return count;
    }

    private List<VariableUse> variables() throws WorkflowLoadException {
        if (!m_root.has("variables") || m_root.child("variables").keys().isEmpty()) {
            return List.of();
        }
        final Section variables = m_root.child("variables");
        variables.check(Set.of("version", "tree"), Set.of());
        if (!"V_2019_09_13".equals(variables.text("version"))) {
            throw variables.problem("version", "is not V_2019_09_13");
        }
        try {
            return VariableUse.read(variables.child("tree").settings(), m_root.child("model").settings());
        } catch (InvalidSettingsException e) {
            throw variables.problem("tree", "is wrong: " + e.getMessage());
        }
    }
}
