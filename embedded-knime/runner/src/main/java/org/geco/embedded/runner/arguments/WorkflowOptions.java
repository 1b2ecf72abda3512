package org.geco.embedded.runner.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.embedded.runner.variables.WorkflowVariable;

/**
 * What to run and how.
 *
 * @param workflow a workflow directory, or a zip file that holds one
 * @param execute false to load the workflow only
 * @param debug whether failures are shown with their stack traces
 * @param destination the folder for the CSV files of all unconnected output tables, if wanted
 * @param allTables whether the result holds the tables of all ports, not only of unconnected ones
 * @param variables workflow variables that overwrite or join those of the workflow; the last of a name wins
 * @param nodeOptions settings of single nodes
 */
public record WorkflowOptions(Path workflow, boolean execute, boolean debug, Optional<Path> destination,
    boolean allTables, List<WorkflowVariable> variables, List<NodeOption> nodeOptions) {

    /** Copies the lists. */
    public WorkflowOptions {
        variables = List.copyOf(variables);
        nodeOptions = List.copyOf(nodeOptions);
    }

    /**
     * @param workflow a workflow directory or zip file
     * @return options that run it as it is
     */
    public static WorkflowOptions of(final Path workflow) {
        return new WorkflowOptions(workflow, true, false, Optional.empty(), false, List.of(), List.of());
    }

    /**
     * @param name a workflow variable
     * @param value its value: a String, an Integer or a Double
     * @return these options with the variable set
     */
    public WorkflowOptions withVariable(final String name, final Object value) {
        final List<WorkflowVariable> all = new ArrayList<>(variables);
        all.add(new WorkflowVariable(name, value));
        return new WorkflowOptions(workflow, execute, debug, destination, allTables, all, nodeOptions);
    }

    /**
     * @param option {@code nodeID,key,value,type}
     * @return these options with the node's setting replaced
     * @throws IllegalArgumentException if the text is no such option
     */
    public WorkflowOptions withNodeOption(final String option) {
        final List<NodeOption> all = new ArrayList<>(nodeOptions);
        try {
            all.add(NodeOption.parse(option));
        } catch (BadArgumentException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return new WorkflowOptions(workflow, execute, debug, destination, allTables, variables, all);
    }

    /**
     * @param folder where to write the CSV files
     * @return these options with that destination
     */
    public WorkflowOptions withDestination(final Path folder) {
        return new WorkflowOptions(workflow, execute, debug, Optional.of(folder), allTables, variables, nodeOptions);
    }

    /** @return these options with a result that holds the tables of all output ports */
    public WorkflowOptions withAllTables() {
        return new WorkflowOptions(workflow, execute, debug, destination, true, variables, nodeOptions);
    }
}
