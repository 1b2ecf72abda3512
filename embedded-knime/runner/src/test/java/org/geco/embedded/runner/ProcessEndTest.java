package org.geco.embedded.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to end, here by a signal that can be sent from everywhere unlike Ctrl-C, cleans up first. */
class ProcessEndTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path m_folder;

    @Test
    @Timeout(60)
    void aTerminatedRunLeavesNothing() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no signals to send");
        final Path workflow = new TestWorkflow(m_folder.resolve("workflow")).node(1, "EndlessNodeFactory", 1, m -> { })
            .numbers(2, 1).write();
        final Path temporary = Files.createDirectory(m_folder.resolve("tmp"));
        final Process process = start(workflow, temporary);
        final StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                output.append(line).append('\n');
                if (line.contains("started")) {
                    process.toHandle().destroy();
                }
                line = lines.readLine();
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output.toString()).contains("Cancelling", "cancelled", "Cancelled: 0 of 2 nodes executed");
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(path -> !path.getFileName().toString().startsWith("hsperfdata"))).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void aRunDeletesWhatKilledOnesLeftAndNothingOfThoseThatStillRun() throws Exception {
        final Path endless =
            new TestWorkflow(m_folder.resolve("endless")).node(1, "EndlessNodeFactory", 1, m -> { }).write();
        final Path temporary = Files.createDirectory(m_folder.resolve("tmp"));
        final Path small = new TestWorkflow(m_folder.resolve("small")).numbers(1, 1).write();
        final Process running = start(endless, temporary);
        try (BufferedReader lines = running.inputReader()) {
            for (String line = lines.readLine(); !line.contains("started"); line = lines.readLine()) {
                assertThat(line).isNotNull();
            }
            assertThat(run(small, temporary)).as("those of the run that goes on").isEqualTo(1);
        } finally {
            running.toHandle().destroyForcibly();
        }
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run(small, temporary)).isZero();
    }

    /** @return how many folders there are after a run */
    private static long run(final Path workflow, final Path temporary) throws Exception {
        final Process process = start(workflow, temporary);
        process.inputReader().lines().forEach(line -> assertThat(line).isNotNull());
        assertThat(process.waitFor()).isZero();
        try (Stream<Path> left = Files.list(temporary)) {
            return left.filter(path -> path.getFileName().toString().startsWith("workflow-run-")).count();
        }
    }

    private static Process start(final Path workflow, final Path temporary) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Main.class.getName(),
            "-workflowDir=" + workflow).redirectErrorStream(true).start();
    }
}
