package org.geco.asd.nodes.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.files.Csv;
import org.geco.asd.nodes.cluster.FakeSpark;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.monitor.AnomalyFeedbackNodeFactory;
import org.geco.asd.nodes.monitor.AnomalyMonitorNodeFactory;
import org.geco.asd.nodes.monitor.FeedbackClipsNodeFactory;
import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.simulator.MachineSoundSimulatorNodeFactory;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.geco.asd.nodes.threshold.ThresholdLearnerNodeFactory;
import org.geco.asd.nodes.threshold.ThresholdPredictorNodeFactory;
import org.geco.embedded.core.PluginExtensions;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** From what was trained to a file, and back, with an outlier model, which needs no network. */
class DetectorNodesTest {

    private static final Change AS_IT_IS = model -> { };

    @TempDir
    Path m_temp;

    private NodeTester m_tester;

    private final List<NodeTester> m_testers = new ArrayList<>();

    private PortObject m_clips;

    private PortObject m_outlier;

    private PortObject m_thresholds;

    private PortObject m_decisions;

    @BeforeEach
    void train() throws Exception {
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
        m_tester = new NodeTester(m_temp.resolve("tables"));
        m_tester.execute(new MachineSoundSimulatorNodeFactory(), model -> {
            model.addString("destination", "FOLDER");
            model.addString("folder", m_temp.resolve("sounds").toString());
            model.addStringArray("types", "fan");
            model.addInt("trainClips", 20);
            model.addInt("testNormalClips", 4);
            model.addInt("testAnomalyClips", 4);
            model.addDouble("seconds", 2);
        });
        m_clips = m_tester.execute(new SoundClipReaderNodeFactory(),
            model -> model.addString("folder", m_temp.resolve("sounds").toString()), new PortObject[]{null})
            .objects()[0];
        final PortObject spectrograms =
            m_tester.execute(new LogMelExtractorNodeFactory(), AS_IT_IS, m_clips).objects()[0];
        final PortObject vectors =
            m_tester.execute(new SpectralStatisticsNodeFactory(), AS_IT_IS, spectrograms).objects()[0];
        m_outlier = m_tester.execute(new OutlierLearnerNodeFactory(), AS_IT_IS, vectors).objects()[0];
        final PortObject scores =
            m_tester.execute(new OutlierPredictorNodeFactory(), AS_IT_IS, m_outlier, vectors).objects()[0];
        final Change score = settings -> settings.addString("score", "Outlier score");
        m_thresholds = m_tester.execute(new ThresholdLearnerNodeFactory(), score, scores).objects()[0];
        m_decisions =
            m_tester.execute(new ThresholdPredictorNodeFactory(), score, m_thresholds, scores).objects()[0];
    }

    @AfterEach
    void close() {
        m_tester.close();
        m_testers.forEach(NodeTester::close);
    }

    private Executed compose(final Change change, final PortObject outlier, final PortObject thresholds)
        throws Exception {
        return m_tester.execute(new DetectorComposerNodeFactory(), change, m_decisions, null, null, null, outlier,
            null, thresholds, null, null);
    }

    private Path write(final PortObject detector, final String ifExists) throws Exception {
        final Path file = m_temp.resolve("files/fans.detector");
        m_tester.execute(new DetectorWriterNodeFactory(), model -> {
            model.getNodeSettings("output").addString("file", file.toString());
            model.addString("ifExists", ifExists);
        }, detector);
        return file;
    }

    /** In another execution, as every node of a workflow has one of its own. */
    private PortObject read(final Path file) throws Exception {
        return later().execute(new DetectorReaderNodeFactory(),
            model -> model.getNodeSettings("input").addString("file", file.toString())).objects()[0];
    }

    private NodeTester later() throws Exception {
        m_testers.add(new NodeTester(m_temp.resolve("later" + m_testers.size())));
        return m_testers.get(m_testers.size() - 1);
    }

    private String[][] judge(final PortObject detector) throws Exception {
        return NodeTester.texts(
            m_tester.execute(new DetectorPredictorNodeFactory(), AS_IT_IS, detector, m_clips).objects()[0]);
    }

    @Test
    void aFileJudgesAsTheNodesThatItWasComposedOf() throws Exception {
        final Executed composed = compose(AS_IT_IS, m_outlier, m_thresholds);
        assertThat(composed.warning()).isEmpty();
        final PortObject detector = read(write(m_tester.saved(composed.objects()[0]), "FAIL"));
        final String[][] judged = judge(detector);
        final String[][] known = NodeTester.texts(m_decisions);
        final int columns = ((BufferedDataTable)m_clips).getDataTableSpec().getNumColumns();
        int compared = 0;
        for (final String[] row : known) {
            for (final String[] other : judged) {
                if (row[0].equals(other[0])) {
                    compared++;
                    // without spectrogram and statistics, which a detector does not store
                    assertThat(Arrays.copyOfRange(other, columns, other.length))
                        .isEqualTo(Arrays.copyOfRange(row, columns + 2, row.length));
                }
            }
        }
        assertThat(compared).isEqualTo(known.length).isPositive();
        assertThat(judged.length).as("training clips, too").isGreaterThan(known.length);
        m_tester.execute(new AnomalyReportWriterNodeFactory(),
            model -> model.addString("outputFolder", m_temp.resolve("report").toString()), m_decisions, detector,
            null);
        assertThat(m_temp.resolve("report/report.html")).content().contains("<summary>outlier",
            "<td>fan 00</td><td>20 clips</td>", "<summary>threshold:", "<td>rate</td><td>0.05</td>");
    }

    /** With a script in the place of spark-submit, which has the results that this computer finds. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onSparkTheSameColumnsAreFilledByTheJob() throws Exception {
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        Files.writeString(m_temp.resolve("sounds/fan/test/normal_id_00_00000001.wav"), "no sound");
        final Executed here = m_tester.execute(new DetectorPredictorNodeFactory(), AS_IT_IS, detector, m_clips);
        final String[][] known = NodeTester.texts(here.objects()[0]);
        final List<String> lines = new ArrayList<>(List.of("header"));
        for (final String[] row : known) {
            final List<String> cells = new ArrayList<>(List.of(row[0], row[1], row[2]));
            Arrays.stream(row, row.length - 4, row.length).forEach(cell -> cells.add(cell == null ? "" : cell));
            lines.add(Csv.line(cells) + "," + (row[row.length - 1] == null ? "no sound in it" : ""));
        }
        final FakeSpark spark = new FakeSpark(m_temp, "scores.csv", lines);

        final Executed there = m_tester.execute(new DetectorPredictorNodeFactory(),
            model -> ParametersPersistence.save(spark.place(), model.getNodeSettings("place")), detector, m_clips);

        assertThat(NodeTester.texts(there.objects()[0])).isDeepEqualTo(known);
        assertThat(((BufferedDataTable)there.objects()[0]).getDataTableSpec())
            .isEqualTo(((BufferedDataTable)here.objects()[0]).getDataTableSpec());
        assertThat(there.warning()).contains("1 of " + known.length + " recordings could not be judged: "
            + "no sound in it.");
    }

    @Test
    void whatIsNotSetForSparkIsAskedFor() {
        assertThatThrownBy(() -> m_tester.execute(new DetectorPredictorNodeFactory(),
            model -> model.getNodeSettings("place").addString("runOn", "SPARK"),
            compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0], m_clips))
                .hasMessageContaining("where the job's files go");
    }

    @Test
    void recordingsThatVanishAreMissingWithTheirReason() throws Exception {
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        Files.move(m_temp.resolve("sounds"), m_temp.resolve("elsewhere"));
        final Executed judged = m_tester.execute(new DetectorPredictorNodeFactory(), AS_IT_IS, detector, m_clips);
        assertThat(judged.warning()).get().asString().contains("recordings could not be judged", "does not exist");
        assertThat(judged.objects()[0]).isInstanceOfSatisfying(BufferedDataTable.class,
            table -> assertThat(table.size()).isEqualTo(((BufferedDataTable)m_clips).size()));
    }

    @Test
    void anOtherSettingThanThatOfTheTrainedNodesIsFound() {
        assertThatThrownBy(() -> compose(model -> model.getNodeSettings("statistics").addString("ranks", "0, 0.5"),
            m_outlier, m_thresholds)).hasMessageContaining("The detector gives \"")
            .hasMessageContaining("the score \"Outlier score\"");
        assertThatThrownBy(() -> compose(model -> model.getNodeSettings("statistics").addString("ranks", "1"),
            m_outlier, m_thresholds)).hasMessageContaining("learned from vectors of 384 values");
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertThatThrownBy(() -> compose(AS_IT_IS, null, m_thresholds)).hasMessageContaining("at least one model");
        assertThatThrownBy(() -> compose(model -> model.addString("outlierScore", "Other"), m_outlier, m_thresholds))
            .hasMessageContaining("learned from the score \"Outlier score\", and there are: Other");
        final Executed undecided = compose(AS_IT_IS, m_outlier, null);
        assertThat(undecided.warning().orElseThrow()).contains("decides nothing");
        final String[] row = judge(undecided.objects()[0])[0];
        assertThat(Arrays.copyOfRange(row, row.length - 3, row.length)).containsOnlyNulls();
        assertThat(row[row.length - 4]).isNotNull();
    }

    @Test
    void anOlderFileStaysBesideTheNewOne() throws Exception {
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        final Path file = write(detector, "FAIL");
        assertThatThrownBy(() -> write(detector, "FAIL")).hasMessageContaining("exists already");
        Files.writeString(file, "older");
        write(detector, "KEEP");
        assertThat(file).hasContent("older");
        write(detector, "KEEP_PREVIOUS");
        assertThat(file.resolveSibling("fans.detector.previous")).hasContent("older");
        assertThat(judge(read(file))).isNotEmpty();
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileThatIsNoDetectorIsRefused() throws Exception {
        final Path file = write(compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0], "FAIL");
        final byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length; cut += whole.length / 20) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThatThrownBy(() -> read(file)).hasMessageContaining("The detector is damaged")
                .hasMessageContaining(file.toString());
        }
        final byte[] changed = whole.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("damaged");
        Files.delete(file);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("There is no file");
    }

    private Change history() {
        return model -> model.getNodeSettings("history").addString("place", m_temp.resolve("plant").toString());
    }

    private PortObject remembered(final PortObject detector) throws Exception {
        final PortObject table =
            m_tester.execute(new DetectorPredictorNodeFactory(), AS_IT_IS, detector, m_clips).objects()[0];
        m_tester.execute(new AnomalyMonitorNodeFactory(), model -> {
            history().apply(model);
            model.addString("score", "Outlier score");
        }, table, detector);
        return table;
    }

    /** Says a word of the third clip of each machine where that was called anomalous. */
    private Executed feedback(final PortObject detector, final String[][] judged, final String word) throws Exception {
        final List<Object[]> said = new ArrayList<>();
        for (final String[] row : judged) {
            if ("true".equals(row[row.length - 1])) {
                said.add(new Object[]{row[0], row[1], row[2], row[0].contains("_00000002") ? word : ""});
            }
        }
        return later().execute(new AnomalyFeedbackNodeFactory(), history(), m_tester.table(
            new String[]{"Path", "Machine type", "Machine ID", "Verdict"}, said.toArray(Object[][]::new)), detector);
    }

    @Test
    void falseAlarmsRefineTheThresholdsAndAreLearnedFromNextTime() throws Exception {
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        final PortObject table = remembered(detector);
        final String[][] judged = NodeTester.texts(table);
        final Executed refined = feedback(detector, judged, "rejected");
        final String[][] normal = NodeTester.texts(refined.objects()[0]);
        assertThat(List.of(normal)).isNotEmpty().allSatisfy(row -> assertThat(row[4]).isEqualTo("normal"));
        assertThat(refined.warning()).get().asString().contains("Verdicts changed the thresholds of");
        assertThat(((DetectorPortObject)refined.objects()[2]).model().training()).contains("refined on ",
            "by " + normal.length + " rejected and 0 confirmed clips");
        final String[][] again = judge(m_tester.saved(refined.objects()[2]));
        for (final String[] machine : NodeTester.texts(refined.objects()[1])) {
            assertThat(Double.parseDouble(machine[10])).isGreaterThan(Double.parseDouble(machine[4]));
            assertThat(Arrays.stream(again).filter(row -> row[2].equals(machine[1])))
                .allSatisfy(row -> assertThat(row[row.length - 2]).isEqualTo(machine[10]));
        }
        m_tester.execute(new AnomalyReportWriterNodeFactory(), model -> {
            model.addString("outputFolder", m_temp.resolve("report").toString());
            model.addInt("topClips", 0);
        }, table, refined.objects()[2], null);
        assertThat(m_temp.resolve("report/report.html")).content().contains("refined on ");
        assertThat(feedback(refined.objects()[2], judged, "rejected").objects()[2]).as("the same verdicts again")
            .isSameAs(refined.objects()[2]);
        assertThat(feedback(refined.objects()[2], judged, "perhaps").warning()).get().asString()
            .contains("neither \"confirmed\" nor \"rejected\", and are left out: \"perhaps\"");
    }

    @Test
    void whatWasHeardIsAddedToTheNextTrainingsClips() throws Exception {
        final String[] columns = {"Path", "Machine type", "Machine ID", "Split", "Label"};
        final PortObject clips = m_tester.table(columns, new Object[][]{
            {m_temp.resolve("sounds/fan/train/normal_id_00_00000000.wav").toString(), "fan", "00", "train", "normal"}});
        assertThat(NodeTester.texts(m_tester.execute(new FeedbackClipsNodeFactory(), history(), clips).objects()[0]))
            .as("there is no history yet").hasDimensions(1, 8);
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        final PortObject table = remembered(detector);
        feedback(detector, NodeTester.texts(table), "confirmed");
        final Executed added = m_tester.execute(new FeedbackClipsNodeFactory(), history(), clips);
        final String[][] rows = NodeTester.texts(added.objects()[0]);
        assertThat(rows.length).isGreaterThan(1);
        assertThat(Arrays.copyOfRange(rows[1], 3, 7)).containsExactly("test", "anomaly", null, null);
        assertThat(rows[1][7]).as("its event").isNotNull();
        assertThat(added.warning()).contains("Feedback: 0 false alarms join the normal clips, and " + (rows.length - 1)
            + " clips of faults those for the test.");
    }

    private Executed compare(final Path previous, final String ifWorse, final PortObject detector) throws Exception {
        return later().execute(new DetectorComparisonNodeFactory(), model -> {
            model.addString("previous", previous.toString());
            model.addBoolean("previous_is_present", true);
            model.addString("ifWorse", ifWorse);
        }, detector, m_clips);
    }

    @Test
    void onlyADetectorThatIsAtLeastAsGoodReplacesTheFile() throws Exception {
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        final Path file = write(detector, "FAIL");
        final byte[] before = Files.readAllBytes(file);
        final Executed same = compare(file, "KEEP", detector);
        assertThat(same.objects()[0]).isSameAs(detector);
        assertThat(same.warning()).isEmpty();
        assertThat(List.of(NodeTester.texts(same.objects()[1]))).isNotEmpty().allSatisfy(row -> {
            assertThat(row[2]).as("AUC").isNotNull().isEqualTo(row[3]);
            assertThat(row[5]).as("false alarms").isEqualTo(row[6]);
            assertThat(row[11]).isEqualTo("true");
        });
        final PortObject worse = later().execute(new DetectorComposerNodeFactory(), AS_IT_IS, m_decisions, null, null,
            null, m_outlier, null, null, null, null).objects()[0];
        final Executed kept = compare(file, "KEEP", worse);
        assertThat(kept.warning()).get().asString().contains("The new detector is worse than '" + file + "': it does "
            + "not judge ", "The previous one stays in use.");
        write(kept.objects()[0], "KEEP_PREVIOUS");
        assertThat(file).hasBinaryContent(before);
        assertThat(file.resolveSibling("fans.detector.previous")).doesNotExist();
        final Executed forced = compare(file, "FORCE", worse);
        assertThat(forced.objects()[0]).isSameAs(worse);
        assertThat(forced.warning()).get().asString().contains("It is used all the same");
    }
}
