package org.geco.embedded.runner.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.geco.embedded.runner.variables.VariableType;
import org.geco.embedded.runner.variables.WorkflowVariable;

/**
 * Reads the arguments of KNIME's batch application; those that make no difference here are accepted and ignored. Beyond
 * KNIME, the first argument may be the workflow's path alone.
 */
public final class ArgumentParser {

    /** Launcher options, and switches that ask for what this runner always does. */
    private static final Set<String> IGNORED = Set.of("-nosplash", "-consolelog", "-noexit", "-reset", "-nosave",
        "-failonloaderror", "-updatelinks", "-noversioncheck", "-allowdeadlock", "-showlocation", "-checkforupdates");

    /** Launcher options that are followed by their value. */
    private static final Set<String> IGNORED_WITH_VALUE =
        Set.of("-application", "-data", "-configuration", "-perspective", "-profilelist", "-profilelocation");

    private Path m_workflow;

    private boolean m_execute = true;

    private boolean m_debug;

    private Path m_destination;

    private final List<WorkflowVariable> m_variables = new ArrayList<>();

    private final List<NodeOption> m_nodeOptions = new ArrayList<>();

    private ArgumentParser() {
    }

    /**
     * @param arguments the command line
     * @return the options
     * @throws BadArgumentException if an argument is unknown or malformed, or the workflow doesn't exist
     */
    public static WorkflowOptions parse(final String... arguments) throws BadArgumentException {
        final ArgumentParser parser = new ArgumentParser();
        final Iterator<String> rest = List.of(arguments).iterator();
        boolean first = true;
        while (rest.hasNext()) {
            final String argument = rest.next();
            if (first && !argument.startsWith("-")) {
                parser.m_workflow = existing(argument, !argument.matches("(?i).*\\.(knwf|zip)"));
            } else {
                parser.accept(argument, rest);
            }
            first = false;
        }
        return parser.options();
    }

    private WorkflowOptions options() throws BadArgumentException {
        if (m_workflow == null) {
            throw new BadArgumentException("No workflow given; use -workflowDir=DIRECTORY or -workflowFile=ZIP");
        }
        return new WorkflowOptions(m_workflow, m_execute, m_debug, Optional.ofNullable(m_destination), false,
            m_variables, m_nodeOptions);
    }

    private void accept(final String argument, final Iterator<String> rest) throws BadArgumentException {
        final String[] parts = argument.split("=", 2);
        if (parts.length == 2) {
            acceptValue(parts[0], parts[1]);
        } else {
            acceptSwitch(argument, rest);
        }
    }

    private void acceptSwitch(final String argument, final Iterator<String> rest) throws BadArgumentException {
        final String lower = argument.toLowerCase(Locale.ROOT);
        if (argument.equals("-noexecute")) {
            m_execute = false;
        } else if (argument.equals("-debug")) {
            m_debug = true;
        } else if (argument.equals("-vmargs")) {
            rest.forEachRemaining(ignored -> { });
        } else if (IGNORED_WITH_VALUE.contains(lower)) {
            if (rest.hasNext()) {
                rest.next();
            }
        } else if (!IGNORED.contains(lower)) {
            throw unknown(argument);
        }
    }

    private void acceptValue(final String name, final String value) throws BadArgumentException {
        switch (name) {
            case "-workflowDir" -> m_workflow = existing(value, true);
            case "-workflowFile" -> m_workflow = existing(value, false);
            case "-destDir" -> m_destination = Path.of(nonEmpty(name, value));
            case "-workflow.variable" -> m_variables.add(variable(value));
            case "-option" -> m_nodeOptions.add(NodeOption.parse(value));
            default -> throw unknown(name);
        }
    }

    private static BadArgumentException unknown(final String argument) {
        return new BadArgumentException("Unknown option '" + argument + "'; -help lists all options");
    }

    private static String nonEmpty(final String name, final String value) throws BadArgumentException {
        if (value.isBlank()) {
            throw new BadArgumentException(name + " needs a value");
        }
        return value;
    }

    private static Path existing(final String value, final boolean directory) throws BadArgumentException {
        final Path path = Path.of(nonEmpty(directory ? "-workflowDir" : "-workflowFile", value));
        if (directory && !Files.isDirectory(path)) {
            throw new BadArgumentException("Workflow directory '" + value + "' is not a directory");
        } else if (!directory && !Files.isRegularFile(path)) {
            throw new BadArgumentException("Workflow file '" + value + "' is not a file");
        }
        return path;
    }

    private static WorkflowVariable variable(final String text) throws BadArgumentException {
        try {
            final List<String> parts = QuotedParts.split(text);
            if (parts.size() != 3) {
                throw new IllegalArgumentException("expected name,value,type; quote a value that contains commas");
            }
            return new WorkflowVariable(parts.get(0), VariableType.ofArgument(parts.get(2)).parse(parts.get(1)));
        } catch (IllegalArgumentException e) {
            throw new BadArgumentException("-workflow.variable=" + text + ": " + e.getMessage());
        }
    }
}
