package org.geco.embedded.runner.execution;

import java.io.IOException;
import java.util.List;

import org.geco.embedded.core.EmbeddedExtensions;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.data.PortObjectFiles;
import org.geco.embedded.runner.console.ConsoleSink;
import org.geco.embedded.runner.console.MessageLog;
import org.geco.embedded.runner.console.NodeProgress;
import org.geco.embedded.runner.result.NodeState;
import org.geco.embedded.runner.result.RunMessage;
import org.geco.embedded.runner.result.RunMessage.Severity;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** Executes one node, shows its progress and tells what went wrong. */
final class NodeExecution {

    private final Inputs m_inputs;

    private final MessageLog m_log;

    private final DataRepository m_repository;

    private final Cancellation m_cancellation;

    NodeExecution(final Inputs inputs, final MessageLog log, final DataRepository repository,
        final Cancellation cancellation) {
        m_inputs = inputs;
        m_log = log;
        m_repository = repository;
        m_cancellation = cancellation;
    }

    void execute(final NodeRun run, final String label, final ConsoleSink sink) {
        final NodeProgress progress = new NodeProgress(sink, label, System::nanoTime);
        try {
            run.executed(deliver(run, progress));
            progress.done();
        } catch (CanceledExecutionException e) {
            endCancelled(run, progress, e);
        } catch (KNIMEException | InvalidSettingsException | IOException | RuntimeException | Error e) {
            endFailed(run, progress, e);
        }
    }

    private PortObject[] deliver(final NodeRun run, final NodeProgress progress)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException, IOException {
        final ExecutionContext exec = context(progress);
        final Executed executed = run.node().execute(run.node().settings(m_inputs.variables(run)),
            m_inputs.objects(run), exec);
        executed.warning().ifPresent(text -> m_log.add(
            new RunMessage(Severity.WARN, run.node().id(), run.node().label(), text, List.of())));
        final PortObject[] objects = executed.objects().clone();
        for (int i = 0; i < objects.length; i++) {
            final var type = run.node().outputs().get(i).type();
            if (!type.getPortObjectClass().isInstance(objects[i])) {
                throw new IllegalStateException("The node delivers " + (objects[i] == null ? "nothing"
                    : "a " + objects[i].getClass().getName()) + " at output port " + (i + 1) + ", a "
                    + EmbeddedExtensions.portName(type));
            }
            objects[i] = PortObjectFiles.roundTrip(objects[i], m_repository, exec);
        }
        return objects;
    }

    private ExecutionContext context(final NodeProgress progress) {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor(progress::update);
        m_cancellation.onRequest(monitor::setExecuteCanceled);
        return new ExecutionContext(monitor, m_repository.newFileStoreArea());
    }

    private void endCancelled(final NodeRun run, final NodeProgress progress, final CanceledExecutionException e) {
        if (m_cancellation.isRequested()) {
            run.end(NodeState.CANCELLED);
            progress.ended("cancelled");
        } else {
            endFailed(run, progress, new IllegalStateException("The node cancelled itself", e));
        }
    }

    private void endFailed(final NodeRun run, final NodeProgress progress, final Throwable problem) {
        run.end(NodeState.FAILED);
        progress.ended("failed");
        report(run, problem);
    }

    /** Tells the user what went wrong at a node. */
    void report(final NodeRun run, final Throwable problem) {
        final Failure failure = Failure.of(problem);
        m_log.add(new RunMessage(Severity.ERROR, run.node().id(), run.node().label(), failure.text(),
            failure.resolutions()));
        m_log.debug(problem);
    }
}
