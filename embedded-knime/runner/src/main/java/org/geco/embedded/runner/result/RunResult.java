package org.geco.embedded.runner.result;

import java.util.List;
import java.util.Map;

import org.geco.embedded.runner.result.RunMessage.Severity;

/**
 * How a run ended.
 *
 * @param exitCode one of {@link ExitCode}
 * @param tables the unconnected output tables, or all tables if the options ask for them
 * @param states how far each node got, by ID
 * @param messages warnings and errors in the order in which they came
 */
public record RunResult(int exitCode, List<ResultTable> tables, Map<Integer, NodeState> states,
    List<RunMessage> messages) {

    /** Copies the collections. */
    public RunResult {
        tables = List.copyOf(tables);
        states = Map.copyOf(states);
        messages = List.copyOf(messages);
    }

    /**
     * @param nodeId a node
     * @param port one of its output ports, from 1
     * @return the table at that port
     * @throws IllegalArgumentException if there is none in this result
     */
    public ResultTable table(final int nodeId, final int port) {
        return tables.stream().filter(table -> table.nodeId() == nodeId && table.port() == port).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No table of node " + nodeId + " at port " + port));
    }

    /** @return the warnings' texts */
    public List<String> warnings() {
        return texts(Severity.WARN);
    }

    /** @return the errors' texts */
    public List<String> errors() {
        return texts(Severity.ERROR);
    }

    private List<String> texts(final Severity severity) {
        return messages.stream().filter(message -> message.severity() == severity).map(RunMessage::text).toList();
    }
}
