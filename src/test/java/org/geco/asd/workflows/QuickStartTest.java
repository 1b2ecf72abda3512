package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.geco.embedded.runner.HeadlessRunner;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.ExitCode;
import org.geco.embedded.runner.result.ResultTable;
import org.geco.embedded.runner.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets from the README's first command. */
class QuickStartTest {

    private static final int SCORER = 9;

    @Test
    void itFindsTheBrokenMachinesAndWritesTheReport(@TempDir final Path temp) throws Exception {
        final Path report = temp.resolve("report");
        final RunResult result =
            HeadlessRunner.run(WorkflowOptions.of(Path.of("test-workflows/quick-start"))
                .withVariable("report", report.toString()), new CollectingConsole());
        assertThat(result.errors()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(overall(result.table(SCORER, 1), "Anomaly score", "AUC")).isGreaterThanOrEqualTo(0.9);
        assertThat(report.resolve("result.csv")).exists();
        assertThat(report.resolve("anomaly_score_fan_id_00.csv")).exists();
        assertThat(Files.readString(report.resolve("report.html"))).contains("</html>").doesNotContain("src=\"http");
    }

    private static double overall(final ResultTable table, final String score, final String metric) {
        final int row = IntStream.range(0, table.rows().size())
            .filter(i -> "overall".equals(table.column("Level").get(i)) && score.equals(table.column("Score").get(i)))
            .findFirst().orElseThrow();
        return (Double)table.column(metric).get(row);
    }
}
