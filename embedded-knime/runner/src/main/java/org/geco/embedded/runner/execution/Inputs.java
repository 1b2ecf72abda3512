package org.geco.embedded.runner.execution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.embedded.runner.variables.WorkflowVariable;
import org.geco.embedded.runner.workflow.Connection;
import org.geco.embedded.runner.workflow.Workflow;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.Port;

/** What the nodes before a node offer to it. */
final class Inputs {

    private final Map<Integer, NodeRun> m_runs;

    private final Map<String, WorkflowVariable> m_workflowVariables;

    private final Workflow m_workflow;

    Inputs(final Workflow workflow, final Map<Integer, NodeRun> runs,
        final Map<String, WorkflowVariable> workflowVariables) {
        m_workflow = workflow;
        m_runs = runs;
        m_workflowVariables = workflowVariables;
    }

    /** A node before this one that has no result. */
    Optional<NodeRun> missing(final NodeRun run) {
        return into(run).stream().map(this::source).filter(source -> !source.isExecuted()).findFirst();
    }

    /** Whether the specs of all connected ports are known. */
    boolean areSpecsKnown(final NodeRun run) {
        return into(run).stream().allMatch(c -> c.isVariableConnection() ? source(c).isConfigured()
            : source(c).spec(c.sourcePort()) != null);
    }

    PortObjectSpec[] specs(final NodeRun run) throws InvalidSettingsException {
        final PortObjectSpec[] specs = new PortObjectSpec[run.node().inputs().size()];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = connection(run, i + 1).map(c -> source(c).spec(c.sourcePort())).orElse(null);
        }
        return specs;
    }

    PortObject[] objects(final NodeRun run) throws InvalidSettingsException {
        final PortObject[] objects = new PortObject[run.node().inputs().size()];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = connection(run, i + 1).map(c -> source(c).object(c.sourcePort())).orElse(null);
        }
        return objects;
    }

    /** Fails if a port that must be connected isn't. */
    private Optional<Connection> connection(final NodeRun run, final int port) throws InvalidSettingsException {
        final Optional<Connection> connection =
            into(run).stream().filter(c -> c.destinationPort() == port).findFirst();
        final Port description = run.node().inputs().get(port - 1);
        if (connection.isEmpty() && !description.isOptional()) {
            throw new InvalidSettingsException(
                "Input port " + port + " (" + description.name() + ") is not connected. Connect it.");
        }
        return connection;
    }

    /** The variables that a node sees: the workflow's, and over them what nodes before it expose; lower ports win. */
    Map<String, WorkflowVariable> variables(final NodeRun run) {
        final Map<String, WorkflowVariable> variables = new HashMap<>(m_workflowVariables);
        variables.putAll(exposedBefore(run));
        return variables;
    }

    private Map<String, WorkflowVariable> exposedBefore(final NodeRun run) {
        final Map<String, WorkflowVariable> variables = new HashMap<>();
        into(run).stream().sorted(Comparator.comparingInt(Connection::destinationPort).reversed())
            .map(this::source).forEach(source -> variables.putAll(source.visibleBehind(exposedBefore(source))));
        return variables;
    }

    private List<Connection> into(final NodeRun run) {
        return m_workflow.into(run.node().id());
    }

    private NodeRun source(final Connection connection) {
        return m_runs.get(connection.source());
    }
}
