package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.audio.WavBuilder;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.IfExists;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.MachineType;
import org.geco.asd.simulator.SimulatorSettings;
import org.geco.embedded.runner.HeadlessRunner;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.ResultTable;
import org.geco.embedded.runner.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plant trains once, keeps one file, and judges tonight's recordings with it. */
class TrainThenScoreTest {

    private static final int DECISIONS = 13;

    private static final int COMPARISON = 15;

    private static final int PREDICTOR = 4;

    private static final List<String> JUDGED =
        List.of("Outlier score", "GeCo score", "Anomaly score", "p-value", "Threshold", "Anomalous");

    @TempDir
    Path m_temp;

    private RunResult train(final Path recordings, final String names, final Path detector, final String previous)
        throws Exception {
        final Path workflow = m_temp.resolve("train");
        Templates.train().write(workflow);
        final RunResult trained = HeadlessRunner.run(WorkflowOptions.of(workflow)
            .withVariable("dataset", recordings.toString()).withVariable("names", names)
            .withVariable("detector", detector.toString()).withVariable("preset", "QUICK")
            .withVariable("pae_epochs", 1).withVariable("geco_epochs", 1).withVariable("previous", previous)
            .withVariable("history", m_temp.resolve("history").toString()).withAllTables(), new CollectingConsole());
        assertThat(trained.errors()).isEmpty();
        assertThat(detector).isRegularFile();
        return trained;
    }

    private RunResult score(final Path recordings, final String names, final Path detector) throws Exception {
        final Path workflow = m_temp.resolve("score");
        Templates.score().write(workflow);
        final RunResult scored = HeadlessRunner.run(WorkflowOptions.of(workflow)
            .withVariable("dataset", recordings.toString()).withVariable("names", names)
            .withVariable("detector", detector.toString()).withVariable("quiet", 0.0)
            .withVariable("history", m_temp.resolve("history").toString())
            .withVariable("report", m_temp.resolve("night").toString()).withAllTables(), new CollectingConsole());
        assertThat(scored.errors()).isEmpty();
        assertThat(m_temp.resolve("night/report.html")).isRegularFile();
        return scored;
    }

    private Path simulated() throws Exception {
        final Path recordings = m_temp.resolve("recordings");
        MachineSoundSimulator.write(new SimulatorSettings(List.of(MachineType.FAN, MachineType.PUMP), 2, 10, 3, 3, 2.5,
            6, 1, 0), MachineSoundSimulator.output(recordings, IfExists.FAIL), ProgressMonitor.NONE);
        return recordings;
    }

    @Test
    void theFileGivesEachRecordingWhatTheTrainedWorkflowGaveItBitForBit() throws Exception {
        final Path recordings = simulated();
        final Path detector = m_temp.resolve("plant.detector");
        final Map<Object, List<Object>> then = byPath(train(recordings, "AUTOMATIC", detector, "").table(DECISIONS, 1));
        final List<String> broken = broken(recordings.resolve("fan/test"));
        final RunResult scored = score(recordings, "AUTOMATIC", detector);
        final Map<Object, List<Object>> tonight = byPath(scored.table(PREDICTOR, 1));
        assertThat(then).hasSizeGreaterThan(24);
        assertThat(tonight).containsAllEntriesOf(then).containsKeys(broken.toArray());
        assertThat(broken).allSatisfy(path -> assertThat(tonight.get(path)).containsOnlyNulls());
        assertThat(byPath(score(recordings, "AUTOMATIC", detector).table(PREDICTOR, 1)))
            .containsOnlyKeys(broken.toArray());
        assertThat(scored.warnings().toString())
            .contains(broken.size() + " of " + (64 + broken.size()) + " recordings could not be judged", broken.get(0));
    }

    /** Empty, silent, too short, cut off within its header, of samples that are no numbers, no sound at all. */
    private static List<String> broken(final Path folder) throws Exception {
        final WavBuilder pcm = new WavBuilder();
        final byte[] whole = pcm.mono(new float[8_000]);
        final List<byte[]> contents = List.of(new byte[0], whole, pcm.mono(new float[]{0.1f, -0.1f}),
            Arrays.copyOf(whole, 30), new WavBuilder().floats(32).mono(new float[]{Float.NaN, 0.5f, 1}),
            "no sound".getBytes(StandardCharsets.UTF_8));
        final List<String> paths = new ArrayList<>();
        for (final byte[] content : contents) {
            paths.add(Files.write(folder.resolve("normal_id_00_0000999" + paths.size() + ".wav"), content).toString());
        }
        return paths;
    }

    @Test
    void aFolderForEachMachineAndAnyFileNamesWillDo() throws Exception {
        final Path recordings = simulated();
        final Path plant = m_temp.resolve("plant");
        final Path night = m_temp.resolve("tonight");
        for (final String machine : new String[]{"00", "01"}) {
            final Path days = Files.createDirectories(plant.resolve("pump " + machine + "/monday"));
            final Path nights = Files.createDirectories(night.resolve("pump " + machine));
            for (int i = 0; i < 10; i++) {
                Files.copy(recordings.resolve("pump/train/normal_id_" + machine + "_0000000" + i + ".wav"),
                    days.resolve(i + " o'clock.wav"));
            }
            for (int i = 0; i < 3; i++) {
                Files.copy(recordings.resolve("pump/test/anomaly_id_" + machine + "_0000000" + i + ".wav"),
                    nights.resolve("at " + i + ".wav"));
            }
        }
        final Path detector = m_temp.resolve("plant.detector");
        train(plant, "FOLDERS", detector, "");
        final Map<Object, List<Object>> tonight = byPath(score(night, "FOLDERS", detector).table(PREDICTOR, 1));
        assertThat(tonight).hasSize(6);
        assertThat(tonight.values()).allSatisfy(values -> assertThat(values).doesNotContainNull());
        final byte[] first = Files.readAllBytes(detector);
        final RunResult again = train(plant, "FOLDERS", detector, detector.toString());
        assertThat(again.table(COMPARISON, 2).column("Machine ID")).hasSize(2);
        if (again.warnings().toString().contains("The previous one stays in use")) {
            assertThat(detector).hasBinaryContent(first);
        } else {
            assertThat(m_temp.resolve("plant.detector.previous")).hasBinaryContent(first);
        }
    }

    private static Map<Object, List<Object>> byPath(final ResultTable table) {
        final Map<Object, List<Object>> rows = new HashMap<>();
        for (int row = 0; row < table.column("Path").size(); row++) {
            final int index = row;
            rows.put(table.column("Path").get(row),
                Arrays.asList(JUDGED.stream().map(name -> table.column(name).get(index)).toArray()));
        }
        return rows;
    }
}
