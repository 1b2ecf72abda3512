package org.geco.embedded.runner.workflow;

/**
 * A connection between two nodes. Data ports count from 1; 0 is the flow variable port.
 *
 * @param source ID of the node that delivers
 * @param sourcePort its output port
 * @param destination ID of the node that receives
 * @param destinationPort its input port
 */
public record Connection(int source, int sourcePort, int destination, int destinationPort) {

    /** @return whether only flow variables and the order of execution go along this connection */
    public boolean isVariableConnection() {
        return sourcePort == 0 && destinationPort == 0;
    }

    @Override
    public String toString() {
        return "node " + source + " port " + sourcePort + " to node " + destination + " port " + destinationPort;
    }
}
