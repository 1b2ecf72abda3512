package org.geco.embedded.runner.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.geco.embedded.runner.variables.VariableType;
import org.geco.embedded.runner.variables.WorkflowVariable;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the arguments of KNIME's batch application; those that make no difference here are accepted and ignored. Beyond
 * KNIME, the first argument may be the workflow's path alone.
 */
public final class ArgumentParser {

    private static final int WIDTH = 100;

    private ArgumentParser() {
    }

    /** @return what {@code -help} shows */
    public static String usage() {
        return commandLine(new Arguments()).getUsageMessage();
    }

    private static CommandLine commandLine(final Arguments arguments) {
        return new CommandLine(arguments).setOptionsCaseInsensitive(true).setPosixClusteredShortOptionsAllowed(false)
            .setOverwrittenOptionsAllowed(true).setUsageHelpWidth(WIDTH).setUsageHelpLongOptionsMaxWidth(WIDTH / 3);
    }

    /**
     * @param arguments from the command line
     * @return what to run and how
     * @throws BadArgumentException if an argument is unknown or can't be understood
     */
    public static WorkflowOptions parse(final String... arguments) throws BadArgumentException {
        // what stands behind belongs to the launcher
        final String[] ours = Arrays.stream(arguments).takeWhile(a -> !a.equals("-vmargs")).toArray(String[]::new);
        if (ours.length > 0 && !ours[0].startsWith("-")) {
            ours[0] = (ours[0].matches("(?i).*\\.(knwf|zip)") ? "-workflowFile=" : "-workflowDir=") + ours[0];
        }
        final Arguments parsed = new Arguments();
        try {
            commandLine(parsed).parseArgs(ours);
        } catch (final UnmatchedArgumentException e) {
            throw new BadArgumentException(
                "Unknown option '" + e.getUnmatched().get(0).split("=")[0] + "'; -help lists all options");
        } catch (final ParameterException e) {
            throw new BadArgumentException(e.getMessage() + "; -help lists all options");
        }
        return options(parsed);
    }

    private static WorkflowOptions options(final Arguments parsed) throws BadArgumentException {
        final List<WorkflowVariable> variables = new ArrayList<>();
        for (final String text : parsed.m_variables) {
            variables.add(variable(text));
        }
        final List<NodeOption> options = new ArrayList<>();
        for (final String text : parsed.m_options) {
            options.add(NodeOption.parse(text));
        }
        return new WorkflowOptions(workflow(parsed), !parsed.m_noexecute, parsed.m_debug,
            parsed.m_destination == null ? Optional.empty()
                : Optional.of(Path.of(nonEmpty("-destDir", parsed.m_destination))),
            false, variables, options);
    }

    private static Path workflow(final Arguments parsed) throws BadArgumentException {
        if (parsed.m_directory != null) {
            final Path path = Path.of(nonEmpty("-workflowDir", parsed.m_directory));
            if (!Files.isDirectory(path)) {
                throw new BadArgumentException("Workflow directory '" + path + "' is not a directory");
            }
            return path;
        } else if (parsed.m_file != null) {
            final Path path = Path.of(nonEmpty("-workflowFile", parsed.m_file));
            if (!Files.isRegularFile(path)) {
                throw new BadArgumentException("Workflow file '" + path + "' is not a file");
            }
            return path;
        }
        throw new BadArgumentException("No workflow given; use -workflowDir=DIRECTORY or -workflowFile=ZIP");
    }

    private static String nonEmpty(final String name, final String value) throws BadArgumentException {
        if (value.isBlank()) {
            throw new BadArgumentException(name + " needs a value");
        }
        return value;
    }

    private static WorkflowVariable variable(final String text) throws BadArgumentException {
        try {
            final List<String> parts = QuotedParts.split(text);
            if (parts.size() != 3) {
                throw new IllegalArgumentException("expected name,value,type; quote a value that contains commas");
            }
            return new WorkflowVariable(parts.get(0), VariableType.ofArgument(parts.get(2)).parse(parts.get(1)));
        } catch (final IllegalArgumentException e) {
            throw new BadArgumentException("-workflow.variable=" + text + ": " + e.getMessage());
        }
    }
}
