package org.geco.embedded.runner.workflow;

import java.util.List;

import org.geco.embedded.runner.variables.WorkflowVariable;

/**
 * What a workflow directory holds.
 *
 * @param variables the workflow variables with their defaults
 * @param nodes in an order in which they can be executed
 * @param connections between the nodes' ports
 */
public record Workflow(List<WorkflowVariable> variables, List<NodeDescription> nodes, List<Connection> connections) {

    /**
     * @param id a node's ID
     * @return the connections into that node
     */
    public List<Connection> into(final int id) {
        return connections.stream().filter(connection -> connection.destination() == id).toList();
    }

    /**
     * @param id a node's ID
     * @param port one of its output ports, from 1
     * @return whether something is connected to that port
     */
    public boolean isConnected(final int id, final int port) {
        return connections.stream().anyMatch(c -> c.source() == id && c.sourcePort() == port);
    }
}
