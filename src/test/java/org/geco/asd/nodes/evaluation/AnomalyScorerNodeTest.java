package org.geco.asd.nodes.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeAccess.Executed;

class AnomalyScorerNodeTest {

    private static final String[] COLUMNS =
        {"Machine type", "Machine ID", "Split", "Label", "PAE score", "Anomaly score"};

    private static final Change AS_IT_IS = model -> { };

    @TempDir
    private Path m_folder;

    private NodeTester m_tester;

    @BeforeEach
    void open() throws Exception {
        m_tester = new NodeTester(m_folder);
    }

    @AfterEach
    void close() {
        m_tester.close();
    }

    private BufferedDataTable clips() {
        return m_tester.table(COLUMNS, //
            new Object[]{"fan", "00", "train", "normal", 9.0, 9.0}, //
            new Object[]{"fan", "00", "test", "normal", 1.0, 1.0}, //
            new Object[]{"fan", "00", "test", "normal", 3.0, 1.5}, //
            new Object[]{"fan", "00", "test", "anomaly", 2.0, 2.0}, //
            new Object[]{"fan", "00", "test", "anomaly", new MissingCell("the file is empty"), 3.0}, //
            new Object[]{"pump", "02", "test", "normal", 1.0, 1.0});
    }

    private static void choose(final NodeSettings model, final String... columns) throws InvalidSettingsException {
        final NodeSettings scores = model.getNodeSettings("scores");
        scores.addString("which", "CHOSEN");
        scores.getNodeSettings("chosen").getNodeSettings("manualFilter").addStringArray("manuallySelected", columns);
    }

    private Executed execute(final Change change) throws Exception {
        return m_tester.execute(new AnomalyScorerNodeFactory(), change, clips());
    }

    @Test
    void evaluatesEveryScoreOnTheTestClipsOfEachMachine() throws Exception {
        final String[][] rows = NodeTester.texts(execute(AS_IT_IS).objects()[0]);
        assertThat(rows).hasDimensions(10, 12);
        assertThat(rows[0]).containsExactly("PAE score", "machine ID", "fan", "00", "2", "1", "1", "0.5",
            "0.47368421052631576", null, null, "1 left out: the file is empty");
        assertThat(rows[2]).startsWith("PAE score", "machine ID", "pump", "02", "1", "0", "0", null, null);
        assertThat(rows[4]).startsWith("PAE score", "overall", null, null, "3", "1", "1", "0.5");
        assertThat(rows[9]).startsWith("Anomaly score", "overall", null, null, "3", "2", "0", "1.0", "1.0", "1.0",
            "1.0", "mean of 1 of 2 machine types");
    }

    @Test
    void thePictureHasARowForEachMachine() throws Exception {
        assertThat(execute(AS_IT_IS).objects()[2].getSummary()).isEqualTo("PNG Image 900 x 614");
    }

    @Test
    void decisionsAreEvaluatedBesideTheMainScore() throws Exception {
        final String[] columns = {"Machine type", "Machine ID", "Split", "Label", "PAE score", "Anomaly score",
            "Decision score"};
        final Executed executed = m_tester.execute(new AnomalyScorerNodeFactory(), model -> {
            choose(model, "PAE score", "Anomaly score");
            model.addString("decisions", "Decision score");
        }, m_tester.table(columns, //
            new Object[]{"fan", "00", "test", "normal", 1.0, 1.0, 0.0}, //
            new Object[]{"fan", "00", "test", "normal", 2.0, 3.0, 1.0}, //
            new Object[]{"fan", "00", "test", "anomaly", 3.0, 2.0, 1.0}, //
            new Object[]{"pump", "02", "test", "normal", 1.0, 1.0, 0.0}));
        assertThat(((BufferedDataTable)executed.objects()[0]).getDataTableSpec().getColumnNames()).containsSequence(
            "True positives", "False positives", "False negatives", "True negatives", "Precision", "Recall", "F1",
            "False-alarm rate", "Note");
        final String[][] rows = NodeTester.texts(executed.objects()[0]);
        assertThat(rows[0]).startsWith("PAE score").containsSequence(null, null, null, null, null, null, null, null);
        assertThat(rows[5]).startsWith("Anomaly score", "machine ID", "fan").containsSequence("1", "1", "0", "1",
            "0.5", "1.0", Double.toString(2 / 3.0), "0.5");
        assertThat(rows[9]).startsWith("Anomaly score", "overall").containsSequence("1", "1", "0", "2", "0.5", "1.0",
            Double.toString(2 / 3.0), "0.25");
        assertThatThrownBy(() -> execute(model -> model.addString("decisions", "nope")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
    }

    @Test
    void domainsAreRowsAndTheOfficialScoreTheLast() throws Exception {
        final String[] columns = {"Path", "Machine type", "Machine ID", "Split", "Label", "Anomaly score"};
        final String start = "/fan/test/section_00_";
        final String[][] rows = NodeTester.texts(m_tester.execute(new AnomalyScorerNodeFactory(), model -> {
            choose(model, "Anomaly score");
            model.addString("rule", "DCASE2022");
        }, m_tester.table(columns, //
            new Object[]{start + "source_test_normal_0000.wav", "fan", "00", "test", "normal", 1.0},
            new Object[]{start + "target_test_normal_0000.wav", "fan", "00", "test", "normal", 3.0},
            new Object[]{start + "source_test_anomaly_0000.wav", "fan", "00", "test", "anomaly", 2.0},
            new Object[]{start + "target_test_anomaly_0000.wav", "fan", "00", "test", "anomaly", 4.0},
            new Object[]{"/fan/other.wav", "fan", "00", "test", "normal", 0.0})).objects()[0]);

        assertThat(rows).hasNumberOfRows(6);
        assertThat(rows[3]).startsWith("Anomaly score", "source domain", "fan", "00", "1", "2", "0", "1.0", null);
        assertThat(rows[4]).startsWith("Anomaly score", "target domain", "fan", "00", "1", "2", "0", "0.5", null);
        assertThat(rows[5]).startsWith("Anomaly score", "official score", null, null);
        assertThat(Double.parseDouble(rows[5][9])).isBetween(0.5, 1.0);
        assertThat(rows[5][11]).contains("harmonic mean of 3 values", "1 clips left out: nothing tells their domain");
    }

    @Test
    void aColumnTellsTheDomainOfAnEvaluationSet() throws Exception {
        final String[] columns = {"Path", "Machine type", "Machine ID", "Split", "Label", "Domain", "Anomaly score"};
        final String[][] rows = NodeTester.texts(m_tester.execute(new AnomalyScorerNodeFactory(), model -> {
            choose(model, "Anomaly score");
            model.addString("rule", "DCASE2021");
        }, m_tester.table(columns, //
            new Object[]{"section_03_0000.wav", "fan", "03", "test", "normal", "source", 1.0},
            new Object[]{"section_03_0001.wav", "fan", "03", "test", "anomaly", "source", 2.0},
            new Object[]{"section_03_0002.wav", "fan", "03", "test", "normal", "target", 3.0},
            new Object[]{"section_03_0003.wav", "fan", "03", "test", "anomaly", "target", 4.0})).objects()[0]);

        assertThat(rows[4]).startsWith("Anomaly score", "target domain", "fan", "03", "1", "1", "0", "1.0", "1.0");
        assertThat(rows[5]).startsWith("Anomaly score", "official score").contains("1.0");
        assertThat(rows[5][11]).isEqualTo(
            "harmonic mean of 4 values: each machine's AUC in both domains and pAUC in both");
    }

    @Test
    void givesTheCornersOfEachCurve() throws Exception {
        assertThat(NodeTester.texts(execute(m -> choose(m, "Anomaly score")).objects()[1]))
            .isDeepEqualTo(new String[][]{{"Anomaly score", "fan", "00", null, "0.0", "0.0"},
                {"Anomaly score", "fan", "00", "2.0", "0.0", "1.0"},
                {"Anomaly score", "fan", "00", "1.0", "1.0", "1.0"}});
    }

    @Test
    void warnsOfMachinesWithoutAucAndOfClipsWithoutScore() throws Exception {
        assertThat(execute(AS_IT_IS).warning()).hasValueSatisfying(text -> assertThat(text)
            .contains("PAE score, Anomaly score: no AUC for 1 of 2 machines (pump 02)")
            .contains("PAE score: 1 of 5 clips were left out: the file is empty."));
    }

    @Test
    void refusesSettingsThatDoNotFit() {
        assertThatThrownBy(() -> execute(m -> choose(m, "nope")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
        assertThatThrownBy(() -> execute(m -> m.addDouble("maxFpr", 0))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("false-positive");
        assertThatThrownBy(() -> execute(m -> m.getNodeSettings("labels").addString("normal", "anomaly")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("same label");
        assertThatThrownBy(() -> execute(m -> m.getNodeSettings("rows").addStringArray("values", "nowhere")))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("nowhere");
    }
}
