package org.geco.embedded.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.execution.Cancellation;
import org.geco.embedded.runner.result.NodeState;
import org.geco.embedded.runner.result.RunResult;
import org.geco.embedded.runner.testnodes.EndlessNodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run does with nodes that succeed, warn, fail, or are cancelled. */
class ExecutionTest {

    @TempDir
    Path m_folder;

    private TestWorkflow m_workflow;

    private final CollectingConsole m_console = new CollectingConsole();

    @BeforeEach
    void createWorkflow() {
        m_workflow = new TestWorkflow(m_folder.resolve("workflow"));
    }

    private RunResult run() throws Exception {
        return HeadlessRunner.run(WorkflowOptions.of(m_workflow.write()), m_console);
    }

    @Test
    void tablesOfUnconnectedPortsAreTheResult() throws Exception {
        m_workflow.numbers(1, 3).node(2, "CountNodeFactory", 1, m -> { }).connect(1, 1, 2, 1).connect(1, 1, 2, 2);
        final RunResult result = run();
        assertThat(result.errors()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.tables()).hasSize(1);
        assertThat(result.table(2, 1).columns()).containsExactly("First", "Second");
        assertThat(result.table(2, 1).rows()).containsExactly(List.of(3L, 3L));
    }

    @Test
    void allTablesAreTheResultOnRequest() throws Exception {
        m_workflow.numbers(1, 3).node(2, "CountNodeFactory", 1, m -> { }).connect(1, 1, 2, 1);
        final RunResult result =
            HeadlessRunner.run(WorkflowOptions.of(m_workflow.write()).withAllTables(), m_console);
        assertThat(result.table(1, 1).rows()).containsExactly(List.of(0, 0.0, "plain"), List.of(1, 0.1, "plain"),
            Arrays.asList(2, null, "plain"));
        assertThat(result.table(1, 1).rowKeys()).containsExactly("Row0", "Row1", "Row2");
    }

    @Test
    void anUnconnectedOptionalPortIsNull() throws Exception {
        m_workflow.numbers(1, 3).node(2, "CountNodeFactory", 1, m -> { }).connect(1, 1, 2, 1);
        assertThat(run().table(2, 1).rows()).containsExactly(Arrays.asList(3L, null));
    }

    @Test
    void anUnconnectedRequiredPortFailsTheNode() throws Exception {
        m_workflow.numbers(1, 3).node(2, "CountNodeFactory", 1, m -> { }).connect(1, 1, 2, 2);
        final RunResult result = run();
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.errors()).singleElement().asString().contains("Input port 1 (First) is not connected");
    }

    @Test
    void nodesRunAfterThoseTheyDependOnWhateverTheirIds() throws Exception {
        m_workflow.node(1, "CountNodeFactory", 1, m -> { }).numbers(7, 2).connect(7, 1, 1, 1);
        assertThat(run().table(1, 1).column("First")).containsExactly(2L);
    }

    @Test
    void aFailureStopsWhatDependsOnItAndNothingElse() throws Exception {
        m_workflow.numbers(1, 3).node(2, "FailingNodeFactory", 1, m -> m.addString("way", "MESSAGE"))
            .node(3, "CountNodeFactory", 1, m -> { }).node(4, "CountNodeFactory", 1, m -> { })
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(1, 1, 4, 1);
        final RunResult result = run();
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.states()).containsEntry(1, NodeState.EXECUTED).containsEntry(2, NodeState.FAILED)
            .containsEntry(3, NodeState.SKIPPED).containsEntry(4, NodeState.EXECUTED);
        assertThat(result.table(4, 1).column("First")).containsExactly(3L);
        assertThat(m_console.errors()).containsExactly("ERROR  Failing (#2): The file is broken.",
            "       What to do: Choose another file.");
    }

    @Test
    void aDefectIsToldWithoutStackTrace() throws Exception {
        m_workflow.numbers(1, 3).node(2, "FailingNodeFactory", 1, m -> m.addString("way", "DEFECT"))
            .connect(1, 1, 2, 1);
        final RunResult result = run();
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.errors()).singleElement().asString().startsWith("Unexpected IllegalStateException: a defect");
        assertThat(m_console.errors()).noneMatch(line -> line.contains("\tat "));
    }

    @Test
    void aNodeThatDeliversNothingFails() throws Exception {
        m_workflow.numbers(1, 3).node(2, "FailingNodeFactory", 1, m -> m.addString("way", "NOTHING"))
            .connect(1, 1, 2, 1);
        final RunResult result = run();
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.errors()).singleElement().asString().contains("delivers nothing at output port 1");
        assertThat(m_console.infos()).contains("WARN  Failing (#2): Nothing is delivered.");
    }

    @Test
    void invalidSettingsFailTheNodeAndAreToldOnce() throws Exception {
        m_workflow.numbers(1, -1).numbers(2, 1);
        final RunResult result = run();
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(m_console.errors()).containsExactly("ERROR  Numbers (#1): The count is -1. Choose 0 or more.");
        assertThat(result.states()).containsEntry(1, NodeState.FAILED).containsEntry(2, NodeState.EXECUTED);
    }

    @Test
    void configurationWarningsAreToldOnce() throws Exception {
        m_workflow.numbers(1, 0);
        final RunResult result = run();
        assertThat(result.exitCode()).isZero();
        assertThat(m_console.infos().stream().filter(line -> line.startsWith("WARN")))
            .containsExactly("WARN  Numbers (#1): No rows are asked for.");
    }

    @Test
    void modelsGoThroughTheirSavedForm() throws Exception {
        m_workflow.node(1, "TextModelNodeFactory", 1, m -> { }).node(2, "TextModelReaderNodeFactory", 1, m -> { })
            .connect(1, 1, 2, 1);
        assertThat(run().table(2, 1).rows()).containsExactly(List.of("en", "hello", "lost"));
    }

    @Test
    @Timeout(60)
    void cancellingStopsTheNodeAndLeavesNothing() throws Exception {
        EndlessNodeFactory.started = new CompletableFuture<>();
        m_workflow.node(1, "EndlessNodeFactory", 1, m -> { }).numbers(2, 1);
        final Path directory = m_workflow.write();
        final Cancellation cancellation = new Cancellation();
        final CompletableFuture<RunResult> running = CompletableFuture.supplyAsync(() -> HeadlessRunner
            .run(WorkflowOptions.of(directory).withDestination(m_folder.resolve("csv")), m_console, cancellation));
        final Path store = EndlessNodeFactory.started.get(30, TimeUnit.SECONDS);
        assertThat(store).exists();
        cancellation.request();
        final RunResult result = running.get(30, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.states()).containsEntry(1, NodeState.CANCELLED).containsEntry(2, NodeState.CANCELLED);
        assertThat(store).doesNotExist();
        assertThat(temporaryFolderOf(store)).doesNotExist();
        assertThat(m_folder.resolve("csv")).doesNotExist();
    }

    private static Path temporaryFolderOf(final Path store) {
        Path folder = store;
        while (!folder.getFileName().toString().startsWith("workflow-run-")) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Test
    void theWorkflowDirectoryStaysAsItIs() throws Exception {
        m_workflow.numbers(1, 3);
        final Path directory = m_workflow.write();
        final List<String> before = content(directory);
        run();
        assertThat(content(directory)).isEqualTo(before);
    }

    private static List<String> content(final Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().map(ExecutionTest::describe).toList();
        }
    }

    private static String describe(final Path file) {
        try {
            return file + " " + Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
