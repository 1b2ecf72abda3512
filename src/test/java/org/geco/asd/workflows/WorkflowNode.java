package org.geco.asd.workflows;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeFactory;

/** One node of a workflow under construction: its factory, the settings that differ from the defaults, its place. */
final class WorkflowNode {

    private final int m_id;

    private final DefaultNodeFactory m_factory;

    private final int m_column;

    private final int m_row;

    private String m_annotation = "";

    private String m_state = "IDLE";

    private final Map<String, Object> m_values = new LinkedHashMap<>();

    private final Map<String, String> m_variables = new LinkedHashMap<>();

    WorkflowNode(final int id, final DefaultNodeFactory factory, final int column, final int row) {
        m_id = id;
        m_factory = factory;
        m_column = column;
        m_row = row;
    }

    /** KNIME can configure the node before anything is executed, and warns when a file says otherwise. */
    WorkflowNode configured() {
        m_state = "CONFIGURED";
        return this;
    }

    /** Text under the node. */
    WorkflowNode annotated(final String text) {
        m_annotation = text;
        return this;
    }

    /** Changes one setting; {@code path} names it with its parents, e.g. {@code rows/column}. */
    WorkflowNode set(final String path, final Object value) {
        m_values.put(path, value);
        return this;
    }

    /** Lets a flow variable overwrite one setting. */
    WorkflowNode variable(final String path, final String variable) {
        m_variables.put(path, variable);
        return this;
    }

    int id() {
        return m_id;
    }

    DefaultNodeFactory factory() {
        return m_factory;
    }

    String name() {
        return DefaultNodeAccess.of(m_factory).name();
    }

    /** Name of the node's folder, as KNIME names it. */
    String folder() {
        final String name = name();
        return (name.length() > 12 ? name.substring(0, 12).strip() : name) + " (#" + m_id + ")";
    }

    int x() {
        return 60 + 130 * m_column;
    }

    int y() {
        return 180 + 130 * m_row;
    }

    String state() {
        return m_state;
    }

    String annotation() {
        return m_annotation;
    }

    Map<String, Object> values() {
        return m_values;
    }

    Map<String, String> variables() {
        return m_variables;
    }
}
