package org.geco.embedded.runner;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.geco.embedded.runner.arguments.ArgumentParser;
import org.geco.embedded.runner.arguments.BadArgumentException;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.ConsoleSink;
import org.geco.embedded.runner.console.TerminalConsole;
import org.geco.embedded.runner.execution.Cancellation;
import org.geco.embedded.runner.result.ExitCode;

/** The command line of the headless runner. */
public final class Main {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Main() {
    }

    /**
     * Runs a workflow and ends the process.
     *
     * @param arguments those of KNIME's batch application
     */
    public static void main(final String[] arguments) {
        System.exit(run(TerminalConsole.create(), arguments));
    }

    /**
     * Runs a workflow; Ctrl-C cancels it.
     *
     * @param sink where to show everything
     * @param arguments the command line
     * @return the exit code
     */
    static int run(final ConsoleSink sink, final String... arguments) {
        if (arguments.length == 0 || Arrays.asList(arguments).contains("-help")
            || Arrays.asList(arguments).contains("--help")) {
            ArgumentParser.usage().lines().forEach(sink::info);
            return ExitCode.SUCCESS;
        }
        final WorkflowOptions options;
        try {
            options = ArgumentParser.parse(arguments);
        } catch (BadArgumentException e) {
            sink.error("ERROR  " + e.getMessage());
            return ExitCode.BAD_ARGUMENTS;
        }
        return runCancellably(sink, options);
    }

    private static int runCancellably(final ConsoleSink sink, final WorkflowOptions options) {
        final Cancellation cancellation = new Cancellation();
        final CountDownLatch ended = new CountDownLatch(1);
        final Thread hook = new Thread(() -> cancelAndWait(sink, cancellation, ended), "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return HeadlessRunner.run(options, sink, cancellation).exitCode();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private static void remove(final Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, and the hook is what we came from
        }
    }

    /** Called when the process is asked to end: the running node gets the time to clean up behind itself. */
    private static void cancelAndWait(final ConsoleSink sink, final Cancellation cancellation,
        final CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        sink.error("Cancelling; waiting for the running node to clean up");
        cancellation.request();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                sink.error("ERROR  The running node did not stop within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
