package org.geco.embedded.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.ConsoleSink;
import org.geco.embedded.runner.console.ElapsedTime;
import org.geco.embedded.runner.console.MessageLog;
import org.geco.embedded.runner.console.TableText;
import org.geco.embedded.runner.csv.CsvWriter;
import org.geco.embedded.runner.execution.WorkflowExecution;
import org.geco.embedded.runner.execution.WorkflowExecution.Output;
import org.geco.embedded.runner.result.ExitCode;
import org.geco.embedded.runner.result.NodeState;
import org.geco.embedded.runner.result.ResultTable;
import org.geco.embedded.runner.result.RunMessage;
import org.geco.embedded.runner.result.RunMessage.Severity;
import org.geco.embedded.runner.result.RunResult;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;

/** Shows and writes what an execution delivered, and draws the result from it. */
final class ResultReport {

    private final WorkflowOptions m_options;

    private final ConsoleSink m_sink;

    private final MessageLog m_log;

    private final long m_start;

    /** {@code start} is when the run began, in nanoseconds of this process's clock. */
    ResultReport(final WorkflowOptions options, final ConsoleSink sink, final MessageLog log, final long start) {
        m_start = start;
        m_options = options;
        m_sink = sink;
        m_log = log;
    }

    RunResult finish(final WorkflowExecution execution, final boolean cancelled) {
        int exitCode = cancelled ? ExitCode.CANCELLED : exitCode(execution.states());
        if (!cancelled) {
            for (final Output output : execution.outputs(false)) {
                if (!publish(output)) {
                    exitCode = ExitCode.FAILED;
                }
            }
        }
        m_sink.info(summary(exitCode, execution.states()));
        return new RunResult(exitCode, tables(execution), execution.states(), m_log.messages());
    }

    private int exitCode(final Map<Integer, NodeState> states) {
        final boolean complete = states.values().stream().allMatch(NodeState.EXECUTED::equals);
        return complete || !m_options.execute() ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    private List<ResultTable> tables(final WorkflowExecution execution) {
        return execution.outputs(m_options.allTables()).stream()
            .filter(output -> output.object() instanceof BufferedDataTable).map(output -> ResultTable.copy(
                output.nodeId(), output.node(), output.port(), (BufferedDataTable)output.object())).toList();
    }

    /** Shows a table; tables and images are written if there is a folder for them. */
    private boolean publish(final Output output) {
        if (output.object() instanceof final BufferedDataTable table) {
            m_sink.info("");
            m_sink.info(output.portName() + ", from " + output.node() + " (#" + output.nodeId() + "), " + table.size()
                + (table.size() == 1 ? " row" : " rows"));
            TableText.of(table).forEach(line -> m_sink.info("  " + line));
        }
        return m_options.destination().isEmpty() || write(output, m_options.destination().get());
    }

    private boolean write(final Output output, final Path folder) {
        final Path file = folder.resolve(fileName(output));
        try {
            Files.createDirectories(folder);
            write(output.object(), file);
            m_sink.info("  -> " + file);
            return true;
        } catch (IOException e) {
            m_log.add(new RunMessage(Severity.ERROR, output.nodeId(), "", file + " can't be written: " + e.getMessage(),
                List.of("Choose another folder with -destDir=, or make this one writable.")));
            m_log.debug(e);
            return false;
        }
    }

    private static void write(final PortObject object, final Path file) throws IOException {
        if (object instanceof final ImagePortObject image) {
            Files.write(file, ((PNGImageValue)image.toDataCell()).getImageContent().getByteArray());
        } else {
            CsvWriter.write((BufferedDataTable)object, file);
        }
    }

    /** E.g. {@code anomaly-scorer-9-1.csv}: node name, node ID, port. */
    private static String fileName(final Output output) {
        final String name =
            output.node().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name + "-" + output.nodeId() + "-" + output.port()
            + (output.object() instanceof ImagePortObject ? ".png" : ".csv");
    }

    private String summary(final int exitCode, final Map<Integer, NodeState> states) {
        final long executed = states.values().stream().filter(NodeState.EXECUTED::equals).count();
        final String count = executed + " of " + states.size() + " nodes executed in "
            + ElapsedTime.format(Duration.ofNanos(System.nanoTime() - m_start));
        if (!m_options.execute()) {
            return "The workflow loads; it was not executed (-noexecute)";
        }
        return switch (exitCode) {
            case ExitCode.SUCCESS -> "Success: " + count;
            case ExitCode.CANCELLED -> "Cancelled: " + count;
            default -> "Failed: " + count;
        };
    }
}
