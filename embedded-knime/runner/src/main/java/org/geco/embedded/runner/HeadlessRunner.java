package org.geco.embedded.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.embedded.core.LogSink;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.ConsoleSink;
import org.geco.embedded.runner.console.MessageLog;
import org.geco.embedded.runner.execution.Cancellation;
import org.geco.embedded.runner.execution.TemporaryFolder;
import org.geco.embedded.runner.execution.WorkflowExecution;
import org.geco.embedded.runner.nodes.LoadedNode;
import org.geco.embedded.runner.nodes.NodeLoader;
import org.geco.embedded.runner.registry.Plugins;
import org.geco.embedded.runner.result.ExitCode;
import org.geco.embedded.runner.result.RunMessage;
import org.geco.embedded.runner.result.RunMessage.Severity;
import org.geco.embedded.runner.result.RunResult;
import org.geco.embedded.runner.variables.WorkflowVariable;
import org.geco.embedded.runner.workflow.Workflow;
import org.geco.embedded.runner.workflow.WorkflowArchive;
import org.geco.embedded.runner.workflow.WorkflowFile;
import org.geco.embedded.runner.workflow.WorkflowLoadException;
import org.knime.embedded.CurrentWorkflow;

/** Loads a workflow directory, executes it and shows its results; never writes to that directory. */
public final class HeadlessRunner {

    private final WorkflowOptions m_options;

    private final ConsoleSink m_sink;

    private final Cancellation m_cancellation;

    private final MessageLog m_log;

    private final long m_start = System.nanoTime();

    private HeadlessRunner(final WorkflowOptions options, final ConsoleSink sink, final Cancellation cancellation) {
        m_options = options;
        m_sink = sink;
        m_cancellation = cancellation;
        m_log = new MessageLog(sink, options.debug());
    }

    /**
     * Runs a workflow.
     *
     * @param options what to run and how
     * @param sink where to show progress, messages and tables
     * @return how it ended
     */
    public static RunResult run(final WorkflowOptions options, final ConsoleSink sink) {
        return run(options, sink, new Cancellation());
    }

    /**
     * Runs a workflow that can be cancelled.
     *
     * @param options what to run and how
     * @param sink where to show progress, messages and tables
     * @param cancellation stops the run from another thread
     * @return how it ended
     */
    public static RunResult run(final WorkflowOptions options, final ConsoleSink sink,
        final Cancellation cancellation) {
        return new HeadlessRunner(options, sink, cancellation).run();
    }

    private RunResult run() {
        try (TemporaryFolder temporary = new TemporaryFolder()) {
            return run(temporary.path());
        } catch (WorkflowLoadException e) {
            return failed(ExitCode.NOT_LOADED, "The workflow doesn't load: " + e.getMessage(), e);
        } catch (IOException e) {
            return failed(ExitCode.FAILED, e.getMessage(), e);
        }
    }

    private RunResult failed(final int exitCode, final String text, final Exception cause) {
        m_log.add(new RunMessage(Severity.ERROR, 0, "", text, List.of()));
        m_log.debug(cause);
        return new RunResult(exitCode, List.of(), Map.of(), m_log.messages());
    }

    private RunResult run(final Path temporary) throws WorkflowLoadException, IOException {
        final Plugins plugins = Plugins.find(HeadlessRunner.class.getClassLoader());
        plugins.register();
        LogSink.set(m_options.debug(), m_sink::info);
        final Path directory = WorkflowArchive.locate(m_options.workflow(), temporary);
        CurrentWorkflow.set(directory);
        try (DataRepository repository = new DataRepository(temporary)) {
            final Workflow workflow = WorkflowFile.read(directory);
            final List<LoadedNode> nodes = new NodeLoader(plugins, m_options.nodeOptions()).load(workflow);
            final WorkflowExecution execution = new WorkflowExecution(workflow, nodes, variables(workflow), m_sink,
                m_log, repository, m_cancellation);
            m_sink.info("Workflow " + directory.getFileName() + ": " + nodes.size() + " nodes");
            if (m_options.execute()) {
                execution.configureAll();
                execution.executeAll();
            }
            return new ResultReport(m_options, m_sink, m_log, m_start).finish(execution, m_cancellation.isRequested());
        } finally {
            CurrentWorkflow.set(null);
        }
    }

    private Map<String, WorkflowVariable> variables(final Workflow workflow) {
        final Map<String, WorkflowVariable> variables = new LinkedHashMap<>();
        workflow.variables().forEach(variable -> variables.put(variable.name(), variable));
        for (final WorkflowVariable variable : m_options.variables()) {
            if (variables.put(variable.name(), variable) == null) {
                m_log.add(new RunMessage(Severity.WARN, 0, "", "The workflow does not define the variable '"
                    + variable.name() + "'; it may have no effect", List.of()));
            }
        }
        return variables;
    }
}
