package org.geco.embedded.runner.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.embedded.data.DataRepository;
import org.geco.embedded.runner.console.ConsoleSink;
import org.geco.embedded.runner.console.MessageLog;
import org.geco.embedded.runner.nodes.LoadedNode;
import org.geco.embedded.runner.result.NodeState;
import org.geco.embedded.runner.result.RunMessage;
import org.geco.embedded.runner.result.RunMessage.Severity;
import org.geco.embedded.runner.variables.WorkflowVariable;
import org.geco.embedded.runner.workflow.Workflow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNodeAccess.Configured;

/** Configures and executes the nodes of a workflow, each after those it depends on. */
public final class WorkflowExecution {

    private final Workflow m_workflow;

    private final Map<Integer, NodeRun> m_runs = new LinkedHashMap<>();

    private final Inputs m_inputs;

    private final ConsoleSink m_sink;

    private final MessageLog m_log;

    private final Cancellation m_cancellation;

    private final NodeExecution m_nodeExecution;

    /**
     * @param workflow the workflow
     * @param nodes its nodes in an order in which they can be executed
     * @param variables the workflow variables in force, by name
     * @param sink where to show progress
     * @param log where to show messages
     * @param repository keeps tables and file stores
     * @param cancellation stops the execution
     */
    public WorkflowExecution(final Workflow workflow, final List<LoadedNode> nodes,
        final Map<String, WorkflowVariable> variables, final ConsoleSink sink, final MessageLog log,
        final DataRepository repository, final Cancellation cancellation) {
        m_workflow = workflow;
        nodes.forEach(node -> m_runs.put(node.id(), new NodeRun(node)));
        m_inputs = new Inputs(workflow, m_runs, variables);
        m_sink = sink;
        m_log = log;
        m_cancellation = cancellation;
        m_nodeExecution = new NodeExecution(m_inputs, log, repository, cancellation);
    }

    /** Configures all nodes whose input specs are known, so that wrong settings show before the work begins. */
    public void configureAll() {
        m_runs.values().stream().filter(m_inputs::areSpecsKnown).forEach(this::configure);
    }

    private boolean configure(final NodeRun run) {
        try {
            final LoadedNode.Effective settings = run.node().settings(m_inputs.variables(run));
            final Configured configured = run.node().configure(settings, m_inputs.specs(run));
            configured.warning().ifPresent(text -> m_log.add(new RunMessage(Severity.WARN, run.node().id(),
                run.node().label(), text, List.of())));
            run.configured(configured.specs(), settings.exposed());
            return true;
        } catch (InvalidSettingsException | RuntimeException e) {
            run.notConfigured();
            m_nodeExecution.report(run, e);
            return false;
        }
    }

    /** Executes all nodes; a node that fails keeps those behind it from running, and no others. */
    public void executeAll() {
        int place = 0;
        for (final NodeRun run : m_runs.values()) {
            place++;
            final Optional<NodeRun> missing = m_inputs.missing(run);
            if (m_cancellation.isRequested()) {
                run.end(NodeState.CANCELLED);
            } else if (missing.isPresent()) {
                run.end(NodeState.SKIPPED);
                m_sink.info(label(place, run) + "  not executed, because there is no result of "
                    + missing.get().node().label());
            } else if (configure(run)) {
                m_nodeExecution.execute(run, label(place, run), m_sink);
            } else {
                run.end(NodeState.FAILED);
            }
        }
    }

    private String label(final int place, final NodeRun run) {
        final int width = m_runs.values().stream().mapToInt(r -> r.node().label().length()).max().orElse(0);
        final String label = run.node().label();
        return String.format("[%2d/%d] %s", place, m_runs.size(), label + " ".repeat(width - label.length()));
    }

    /** @return how far each node got, by ID */
    public Map<Integer, NodeState> states() {
        final Map<Integer, NodeState> states = new LinkedHashMap<>();
        m_runs.forEach((id, run) -> states.put(id, run.state()));
        return states;
    }

    /**
     * @param all whether to give those of connected ports too
     * @return the tables and images at output ports of executed nodes
     */
    public List<Output> outputs(final boolean all) {
        final List<Output> outputs = new ArrayList<>();
        for (final NodeRun run : m_runs.values()) {
            final int ports = run.isExecuted() ? run.node().outputs().size() : 0;
            for (int port = 1; port <= ports; port++) {
                final boolean wanted = all || !m_workflow.isConnected(run.node().id(), port);
                final PortObject object = run.object(port);
                if (wanted && (object instanceof BufferedDataTable || object instanceof ImagePortObject)) {
                    outputs.add(new Output(run.node().id(), run.node().name(), port,
                        run.node().outputs().get(port - 1).name(), object));
                }
            }
        }
        return outputs;
    }

    /**
     * A table or an image at an output port.
     *
     * @param nodeId the node's ID
     * @param node the node's name
     * @param port the port, from 1
     * @param portName the port's name
     * @param object the table or image
     */
    public record Output(int nodeId, String node, int port, String portName, PortObject object) {
    }
}
