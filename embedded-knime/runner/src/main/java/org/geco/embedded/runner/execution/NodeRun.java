package org.geco.embedded.runner.execution;

import java.util.HashMap;
import java.util.Map;

import org.geco.embedded.runner.nodes.LoadedNode;
import org.geco.embedded.runner.result.NodeState;
import org.geco.embedded.runner.variables.WorkflowVariable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** One node in one run of its workflow: how far it got and what it delivered. */
final class NodeRun {

    private final LoadedNode m_node;

    private NodeState m_state = NodeState.IDLE;

    private PortObjectSpec[] m_specs;

    private PortObject[] m_objects;

    private Map<String, WorkflowVariable> m_exposed = Map.of();

    NodeRun(final LoadedNode node) {
        m_node = node;
    }

    LoadedNode node() {
        return m_node;
    }

    NodeState state() {
        return m_state;
    }

    void end(final NodeState state) {
        m_state = state;
    }

    /** Keeps what a configuration gave. */
    void configured(final PortObjectSpec[] specs, final Map<String, WorkflowVariable> exposed) {
        m_specs = specs;
        m_exposed = exposed;
    }

    /** Forgets a configuration that no longer holds. */
    void notConfigured() {
        m_specs = null;
    }

    boolean isConfigured() {
        return m_specs != null;
    }

    void executed(final PortObject[] objects) {
        m_objects = objects;
        m_state = NodeState.EXECUTED;
    }

    boolean isExecuted() {
        return m_state == NodeState.EXECUTED;
    }

    /** The spec at an output port, from 1: that of the object if there is one; null if it isn't known. */
    PortObjectSpec spec(final int port) {
        if (m_objects != null) {
            return m_objects[port - 1].getSpec();
        }
        return m_specs == null ? null : m_specs[port - 1];
    }

    /** The object at an output port, from 1. */
    PortObject object(final int port) {
        return m_objects[port - 1];
    }

    /** The variables that nodes behind this one see beside the workflow's. */
    Map<String, WorkflowVariable> visibleBehind(final Map<String, WorkflowVariable> visibleHere) {
        final Map<String, WorkflowVariable> all = new HashMap<>(visibleHere);
        all.putAll(m_exposed);
        return all;
    }
}
