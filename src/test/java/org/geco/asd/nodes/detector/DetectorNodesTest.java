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
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** From what was trained to a file, and back, with an outlier model, which needs no network. */
class DetectorNodesTest extends TrainedFans {
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
