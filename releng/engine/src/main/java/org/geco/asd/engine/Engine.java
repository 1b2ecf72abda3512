package org.geco.asd.engine;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.geco.asd.common.AsdException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(name = "geco-engine", subcommands = {ScoreCommand.class, DeviceCheckCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND", description = "Finds broken machines by their sound, without KNIME.")
public final class Engine {
    /** There is an anomalous recording, and the user wants to be told so. */
    static final int ALARM = 4;

    private static final int FAILED = 1;

    private Engine() { }

    /** Runs a command and ends the process with its exit code. */
    public static void main(final String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, Charset.defaultCharset()), arguments));
    }

    /** @return the exit code: 0; 1 if the command failed, 2 for wrong arguments, 4 for an alarm */
    public static int run(final PrintWriter out, final PrintWriter errors, final String... arguments) {
        return commandLine(new Engine(), errors).setOut(out)
            .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /** @return the command line of a command: what the user can mend is told in one line, with exit code 1 */
    public static CommandLine commandLine(final Object command, final PrintWriter errors) {
        return new CommandLine(command).setErr(errors)
            .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line));
    }

    private static int failed(final Exception e, final CommandLine command) throws Exception {
        if (e instanceof final AsdException known) {
            command.getErr().println(known.oneLine());
            return FAILED;
        }
        throw e;
    }
}
