package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.embedded.runner.HeadlessRunner;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.ExitCode;
import org.geco.embedded.runner.result.ResultTable;
import org.geco.embedded.runner.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's {@code train} and {@code score} on real recordings: healthy machines in the first night, broken drones
 * among them in the second. Takes minutes: with {@code -Dnights=true}; {@code -Dnights.epochs=0} trains as long as the
 * preset.
 */
class TwoNightsTest {

    private static final Path RECORDINGS = Path.of("..", "shared", "machine-sounds");

    /** Those of the preset if 0. */
    private static final int EPOCHS = Integer.getInteger("nights.epochs", 30);

    private static final int MONITOR = 5;

    private static final List<String> DRONES = List.of("uav 00", "uav 01");

    @TempDir
    Path m_temp;

    @BeforeEach
    void look() {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings at ../shared/machine-sounds: two nights not checked");
        assumeTrue(Boolean.getBoolean("nights"), "the training takes minutes: -Dnights=true");
    }

    /** Copies clips of a kind, of drones only if it is a fault, a minute apart by their files' dates. */
    private void record(final int night, final String kind, final int from, final int step) throws Exception {
        for (final String type : new String[]{"slider", "uav"}) {
            final Path folder = Files.createDirectories(m_temp.resolve(night + "/" + type + "/test"));
            final List<Path> clips;
            try (Stream<Path> all = Files.list(RECORDINGS.resolve(type).resolve("test"))) {
                clips = all.filter(clip -> clip.getFileName().toString().startsWith(kind)).sorted().toList();
            }
            for (int i = from; i < clips.size() && (!"anomaly".equals(kind) || "uav".equals(type)); i += step) {
                final Path copy = Files.copy(clips.get(i), folder.resolve(clips.get(i).getFileName()));
                Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2026-11-0" + night
                    + ("anomaly".equals(kind) ? "T12:00:00Z" : "T11:00:00Z")).plusSeconds(60L * (i / step))));
            }
        }
    }

    private RunResult run(final String workflow, final String dataset, final Object... variables) {
        WorkflowOptions options = WorkflowOptions.of(Path.of("test-workflows", workflow))
            .withVariable("dataset", dataset).withVariable("detector", m_temp.resolve("plant.detector").toString())
            .withVariable("history", m_temp.resolve("plant-history").toString())
            .withVariable("report", m_temp.resolve("report").toString()).withAllTables();
        for (int i = 0; i < variables.length; i += 2) {
            options = options.withVariable((String)variables[i], variables[i + 1]);
        }
        return HeadlessRunner.run(options, new CollectingConsole());
    }

    private static List<String> machines(final ResultTable table, final String column, final Object value) {
        return IntStream.range(0, table.rows().size()).filter(i -> value.equals(table.column(column).get(i)))
            .mapToObj(i -> table.column("Machine type").get(i) + " " + table.column("Machine ID").get(i)).toList();
    }

    private static List<Double> deviations(final ResultTable trend, final String machine) {
        final List<Double> deviations = new ArrayList<>();
        for (int i = 0; i < trend.rows().size(); i++) {
            if (machine.equals(trend.column("Machine type").get(i) + " " + trend.column("Machine ID").get(i))) {
                deviations.add((Double)trend.column("Deviation").get(i));
            }
        }
        return deviations;
    }

    @Test
    void healthyMachinesAreQuietAndBrokenDronesAreHeard() throws Exception {
        assertThat(run("train", RECORDINGS.toString(), "pae_epochs", EPOCHS, "geco_epochs", EPOCHS).errors()).isEmpty();
        record(1, "normal", 0, 2);
        final RunResult first = run("score", m_temp.resolve("1").toString(), "alarm", "FAIL");
        record(2, "normal", 1, 2);
        record(2, "anomaly", 0, 1);
        final RunResult second = run("score", m_temp.resolve("2").toString(), "alarm", "FAIL");
        assertThat(first.exitCode()).as(first.errors().toString()).isEqualTo(ExitCode.SUCCESS);
        assertThat(first.table(MONITOR, 1).rows()).isEmpty();
        assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(second.errors().toString()).contains("Alarm: 2 new events: uav 00 ", "; uav 01 ");
        assertThat(machines(second.table(MONITOR, 1), "New", true)).containsExactlyElementsOf(DRONES);
        for (final String drone : DRONES) {
            assertThat(deviations(second.table(MONITOR, 2), drone)).hasSize(2).as("the trend of " + drone)
                .satisfies(days -> assertThat(days.get(1)).isGreaterThan(days.get(0) + 2));
        }
    }
}
