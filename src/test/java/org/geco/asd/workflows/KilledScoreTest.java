package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.IfExists;
import org.geco.asd.nn.runtime.JavaProcess;
import org.geco.asd.nodes.detector.DetectorComposerNodeFactory;
import org.geco.asd.nodes.detector.DetectorWriterNodeFactory;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.MachineType;
import org.geco.asd.simulator.SimulatorSettings;
import org.geco.embedded.runner.HeadlessRunner;
import org.geco.embedded.runner.Main;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.ExitCode;
import org.geco.embedded.runner.result.RunResult;
import org.h2.Driver;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.node.DefaultNodeFactory;

/** The whole of {@code score} is killed at any moment, and run again: with {@code -Dscore.kills=20} so often. */
class KilledScoreTest {

    private static final int KILLS = Integer.getInteger("score.kills", 0);

    private static final int NODES = 7;

    private static final int LONGEST_MS = 1_500;

    private static final String PAGE = "reports/night/report.html";

    private static final String ALARM = "Alarm: ";

    private static final int CLIPS = 9;

    @TempDir
    Path m_temp;

    private Path m_tests;

    private int m_night;

    @BeforeEach
    void train() throws Exception {
        Assumptions.assumeTrue(KILLS > 0, "each kill takes some seconds: -Dscore.kills=20");
        final Path sounds = m_temp.resolve("sounds");
        MachineSoundSimulator.write(new SimulatorSettings(List.of(MachineType.FAN), 2, 20, 3, 3, 1, 6, 2, 0),
            MachineSoundSimulator.output(sounds, IfExists.FAIL), ProgressMonitor.NONE);
        m_tests = sounds.resolve("fan/test");
        final WorkflowBuilder workflow = Templates.detectFast();
        final WorkflowNode composer = workflow.node(new DetectorComposerNodeFactory(), 7, 3);
        final WorkflowNode writer = workflow.node(new DetectorWriterNodeFactory(), 8, 3);
        workflow.connect(workflow.find("Anomaly Threshold Predictor"), 1, composer, 1)
            .connect(workflow.find("Outlier Learner"), 1, composer, 5)
            .connect(workflow.find("Anomaly Threshold Learner"), 1, composer, 7).connect(composer, 1, writer, 1);
        writer.set("output/file", m_temp.resolve("plant.detector").toString());
        workflow.write(m_temp.resolve("train"));
        assertThat(HeadlessRunner.run(WorkflowOptions.of(m_temp.resolve("train"))
            .withVariable("dataset", sounds.toString()).withVariable("report", m_temp.resolve("trained").toString()),
            new CollectingConsole()).errors()).isEmpty();
        final WorkflowBuilder score = Templates.score();
        score.find("Anomaly Monitor").set("score", "Outlier score");
        score.write(m_temp.resolve("score"));
        Files.createDirectories(m_temp.resolve("tmp"));
    }

    /** Three normal clips of each machine, and three of a fault of the first. */
    private void record() throws Exception {
        final Path folder = Files.createDirectories(m_temp.resolve("plant/fan/test"));
        int minute = 0;
        for (final String kind : new String[]{"normal_id_00", "anomaly_id_00", "normal_id_01"}) {
            for (int i = 0; i < 3; i++) {
                final Path copy = Files.copy(m_tests.resolve(kind + "_0000000" + i + ".wav"),
                    folder.resolve(String.format(Locale.ROOT, "%s_%08d.wav", kind, 10 * m_night + i)));
                Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2026-11-01T01:00:00Z")
                    .plus(Duration.ofDays(m_night)).plus(Duration.ofMinutes(minute++))));
            }
        }
        m_night++;
    }

    private List<List<String>> variables() {
        return List.of(List.of("dataset", m_temp.resolve("plant").toString()),
            List.of("detector", m_temp.resolve("plant.detector").toString()),
            List.of("history", m_temp.resolve("history/plant").toString()),
            List.of("report", m_temp.resolve("reports/night").toString()), List.of("alarm", "FAIL"));
    }

    private Process start() throws Exception {
        final List<String> arguments = new ArrayList<>(List.of("-workflowDir=" + m_temp.resolve("score"),
            "-workflow.variable=quiet,0,double"));
        variables().forEach(each -> arguments.add("-workflow.variable=" + each.get(0) + "," + each.get(1)
            + ",String"));
        final ProcessBuilder process = JavaProcess.of(Main.class, 300, arguments);
        final int path = process.command().indexOf("-cp") + 1;
        final Stream<String> ours = Stream.of(DefaultNodeFactory.class, DetectorWriterNodeFactory.class)
            .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString());
        process.command().set(path, String.join(File.pathSeparator,
            Stream.concat(ours, Stream.of(process.command().get(path))).toList()));
        process.command().add(1, "-Djava.io.tmpdir=" + m_temp.resolve("tmp"));
        return process.start();
    }

    private int again() {
        WorkflowOptions options = WorkflowOptions.of(m_temp.resolve("score")).withVariable("quiet", 0.0);
        for (final List<String> variable : variables()) {
            options = options.withVariable(variable.get(0), variable.get(1));
        }
        final RunResult result = HeadlessRunner.run(options, new CollectingConsole());
        assertThat(result.errors().toString()).matches("\\[\\]|.*" + ALARM + "1 new event: fan 00 .*");
        return result.exitCode();
    }

    private long count(final String sql) throws Exception {
        try (Connection connection =
            new Driver().connect("jdbc:h2:file:" + m_temp.resolve("history/plant") + ";TRACE_LEVEL_FILE=0",
                new Properties());
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> names(final Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** @return what a process said until it was killed, so many ms after it began with one of the nodes, or itself */
    private static String killed(final Process process, final int node, final long millis) throws Exception {
        final CountDownLatch begun = new CountDownLatch(node == 0 ? 0 : 1);
        final Thread killer = new Thread(() -> {
            try {
                begun.await();
                if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                    process.toHandle().destroyForcibly();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();
        final StringBuilder said = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                said.append(next).append('\n');
                if (next.startsWith("[ " + node + "/")) {
                    begun.countDown();
                }
            }
        }
        begun.countDown();
        killer.join();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said.toString();
    }

    private void checkReportIsWhole() throws Exception {
        assertThat(Files.readString(m_temp.resolve(PAGE)).strip()).endsWith("</html>");
    }

    private void checkNothingIsLostOrTwice(final long anomalous, final String moment) throws Exception {
        assertThat(count("SELECT COUNT(*) FROM geco_clips")).isEqualTo((long)CLIPS * m_night);
        assertThat(count("SELECT SUM(clips) FROM geco_runs")).as("each clip is judged once, " + moment)
            .isEqualTo((long)CLIPS * m_night);
        assertThat(count("SELECT COUNT(*) FROM geco_events")).isEqualTo(m_night);
        assertThat(count("SELECT SUM(clips) FROM geco_events")).isEqualTo(anomalous * m_night);
        assertThat(names(m_temp.resolve("history"))).containsExactlyInAnyOrder("plant.mv.db", "plant.lock");
        assertThat(m_temp.resolve("history/plant.lock")).isEmptyFile();
        assertThat(names(m_temp.resolve("reports"))).containsExactly("night");
    }

    @Test
    void nothingIsLostAndNothingTwice() throws Exception {
        record();
        assertThat(again()).isEqualTo(ExitCode.FAILED);
        final long anomalous = count("SELECT clips FROM geco_events");
        final Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            record();
            final int node = random.nextInt(NODES + 1);
            final int millis = random.nextInt(LONGEST_MS);
            final Process process = start();
            final String said = killed(process, node, millis);
            final String moment = "killed " + millis + " ms after node " + node + " began, with exit code "
                + process.exitValue() + ":\n" + said;
            if (Files.exists(m_temp.resolve(PAGE))) {
                checkReportIsWhole();
            }
            final int code = again();
            if (process.exitValue() == ExitCode.FAILED) {
                assertThat(code).as(moment).isEqualTo(ExitCode.SUCCESS);
            } else if (!said.contains(ALARM)) {
                assertThat(code).as(moment).isEqualTo(ExitCode.FAILED);
            }
            checkReportIsWhole();
            checkNothingIsLostOrTwice(anomalous, moment);
        }
        assertThat(names(m_temp.resolve("tmp"))).as("each run deletes what killed ones left").hasSizeLessThan(2);
    }
}
