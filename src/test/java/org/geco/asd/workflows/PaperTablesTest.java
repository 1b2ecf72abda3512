package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper's tables from the first clip to the last figure, with one epoch a network. */
class PaperTablesTest {
    private static final String BEST = "Statistic+GeCo score";

    @TempDir
    private static Path m_temp;

    private static Path m_recordings;

    @BeforeAll
    static void simulate() throws Exception {
        m_recordings = m_temp.resolve("recordings");
        MachineSoundSimulator.write(new SimulatorSettings(List.of(MachineType.FAN, MachineType.PUMP), 2, 6, 3, 3, 2.5,
            6, 1, 0), MachineSoundSimulator.output(m_recordings, IfExists.FAIL), ProgressMonitor.NONE);
    }

    /** @return the means over the runs so far, by score */
    private static Map<Object, Map<String, Object>> means(final String name, final WorkflowBuilder template,
        final int seed, final int members) throws Exception {
        final Path workflow = m_temp.resolve(name);
        template.write(workflow);
        WorkflowOptions options = WorkflowOptions.of(workflow).withVariable("dataset", m_recordings.toString())
            .withVariable("preset", "QUICK").withVariable("seed", seed)
            .withVariable("members", members).withVariable("pae_epochs", 1)
            .withVariable("classifier_epochs", 1).withVariable("geco_epochs", 1)
            .withVariable("report", m_temp.resolve(name + "-report").toString())
            .withVariable("work", m_temp.resolve("work").toString())
            .withVariable("results", m_temp.resolve(name + ".csv").toString());
        if ("table1".equals(name)) {
            // clips of 2.5 s
            options = options.withVariable("ae_epochs", 1).withVariable("stgram_frames", 79);
        }
        final RunResult result = HeadlessRunner.run(options.withAllTables(), new CollectingConsole());
        assertThat(result.errors()).isEmpty();
        final ResultTable table = result.table(template.find("Anomaly Results Collector").id(), 1);
        final Map<Object, Map<String, Object>> rows = new LinkedHashMap<>();
        for (final List<Object> row : table.rows()) {
            final Map<String, Object> cells = new HashMap<>();
            IntStream.range(0, row.size()).forEach(i -> cells.put(table.columns().get(i), row.get(i)));
            rows.put(cells.get("Score"), cells);
        }
        return rows;
    }

    private static void assertMeasured(final Map<String, Object> row, final int runs, final double paper) {
        assertThat(row).containsEntry("Runs", runs).containsEntry("AUC in the paper", paper);
        assertThat((Double)row.get("AUC")).isBetween(0.0, 1.0);
        assertThat(row).containsEntry("Settings", "QUICK").containsEntry("Repeated clips", 0);
        assertThat(row.get("Test clips")).asString()
            .matches("4 machines, 12 normal and 12 anomalous clips, counts .+, content .+");
        assertThat(row.get("Training clips")).asString().matches("24 clips, content .+");
        assertThat((Double)row.get("AUC difference")).isCloseTo((Double)row.get("AUC") - paper, within(1e-12));
    }

    private static void assertDiffers(final Map<String, Object> row, final String text) {
        assertThat(row.get("Differs from the paper")).asString().startsWith(text);
    }

    private static void assertBest(final Map<String, Object> row) {
        assertThat(row).containsEntry("Runs", 1).containsEntry("AUC in the paper", null)
            .containsEntry("Labels used", "to measure");
        assertThat((Double)row.get("AUC")).isBetween(0.0, 1.0);
        assertDiffers(row, "not in the paper: mean of Statistic score, 0.2 · GeCo of four fifths; Statistic score: ");
    }

    @Test
    void eachMethodOfTable1IsInTheTableBesideThePapersFigure() throws Exception {
        final Map<Object, Map<String, Object>> rows = means("table1", PaperTables.table1(), 0, 1);
        assertThat(rows.keySet()).containsExactly("Statistic score", BEST, "AE score", "IDNN score", "PAE score",
            "MobileNetV2 score", "STgram score", "AdaCos score", "Baseline score", "GeCo score", "PAE+GeCo score",
            "PAE+GeCo multi-γ score (γ chosen with labels)");
        assertThat(rows.get("Statistic score")).containsEntry("AUC in the paper", null);
        assertBest(rows.get(BEST));
        assertThat(rows.get("PAE+GeCo multi-γ score (γ chosen with labels)"))
            .containsEntry("Labels used", "to choose γ, and to measure");
        assertThat(rows.get("PAE+GeCo score")).containsEntry("Labels used", "to measure");
        assertDiffers(rows.get("Statistic score"), "not in the paper: Mahalanobis distance");
        assertDiffers(rows.get("AE score"), "epochs 1 instead of 100");
        assertDiffers(rows.get("PAE score"), "epochs 1 instead of 60, encoder width 128 instead of 512");
        assertThat(List.of(rows.get("MobileNetV2 score"), rows.get("STgram score")))
            .extracting("Differs from the paper").asString().doesNotContain("scoring");
        assertDiffers(rows.get("STgram score"), "epochs 1 instead of 300, width 0.5 instead of 1, patch frames 79");
        assertDiffers(rows.get("GeCo score"), "epochs 1 instead of 120, base width 16 instead of 64, learning rate "
            + "0.02 instead of 0.1, its PAE with epochs 1 instead of 60");
        assertDiffers(rows.get("PAE+GeCo score"), "PAE score: epochs 1 instead of 60");
        assertMeasured(rows.get("AE score"), 1, 0.7420);
        assertMeasured(rows.get("MobileNetV2 score"), 1, 0.84);
        assertMeasured(rows.get("STgram score"), 1, 0.8968);
        assertMeasured(rows.get("PAE+GeCo score"), 1, 0.9384);
    }

    /** What won has one row, of all members together; each other method has one of single networks beside it. */
    @Test
    void eachLambdaOfTable2IsInTheTable() throws Exception {
        final Map<Object, Map<String, Object>> rows = means("table2", PaperTables.table2(), 0, 2);
        assertThat(rows.keySet()).containsExactly("Statistic score", BEST, "Baseline score, all members",
            "Baseline score", "λ = 0 score, all members", "λ = 0 score", "λ = 1 score, all members", "λ = 1 score",
            "λ = 10 score, all members", "λ = 10 score", "λ ramp score, all members", "λ ramp score");
        assertBest(rows.get(BEST));
        assertThat(rows.get(BEST).get("Differs from the paper")).asString()
            .contains("its PAE with epochs 1 instead of 60").endsWith("mean of 2 networks instead of 1");
        assertMeasured(rows.get("λ = 0 score"), 2, 0.9150);
        assertThat(rows.get("λ = 1 score").get("Differs from the paper")).asString()
            .contains("λ shape constant instead of linear, λ max 1 instead of 10");
        assertMeasured(rows.get("λ ramp score"), 2, 0.9247);
    }

    /** Two members are two runs of each method, the fused one as well; so are their means with other seeds. */
    @Test
    void thePapersMethodIsAveragedOverSeedsAndWritesTheChallengesFiles() throws Exception {
        final Object fused = "PAE+GeCo score";
        final Map<Object, Map<String, Object>> rows = means("dcase2020", PaperTables.dcase2020(), 0, 2);
        assertThat(rows.keySet()).containsExactly("PAE score, all members", "PAE score", "GeCo score, all members",
            "GeCo score", "PAE+GeCo score, all members", fused,
            "PAE+GeCo multi-γ score (γ chosen with labels), all members",
            "PAE+GeCo multi-γ score (γ chosen with labels)");
        assertMeasured(rows.get(fused), 2, 0.9384);
        assertMeasured(rows.get("PAE score"), 2, 0.8125);
        assertThat((Double)rows.get("GeCo score").get("AUC deviation")).isPositive();
        assertThat(rows.get("GeCo score, all members")).containsEntry("Runs", 1)
            .containsEntry("AUC in the paper", null);
        final Object first = rows.get(fused).get("AUC");
        final Map<String, Object> all = means("dcase2020", PaperTables.dcase2020(), 1, 1).get(fused);
        assertMeasured(all, 3, 0.9384);
        assertThat(rows.get("GeCo score, all members").get("Differs from the paper")).asString()
            .contains("mean of 2 networks instead of 1");
        assertThat(all.get("AUC")).isNotEqualTo(first);
        assertThat(m_temp.resolve("dcase2020-report/anomaly_score_pump_id_01.csv")).exists();
    }
}
