package org.geco.asd.nodes.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.geco.embedded.core.PluginExtensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultNodeAccess.Executed;

/** Both nodes: what the learner's port holds is what the predictor judges with. */
class ThresholdNodesTest {
    private static final String[] COLUMNS = {"Machine type", "Machine ID", "Split", "Label", "Anomaly score"};
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

    /** Twenty held-out clips of a fan with the scores 1 to 20, five of a pump with 1 to 5, and what is in the way. */
    private BufferedDataTable clips(final Object[]... further) {
        final List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            rows.add(new Object[]{"fan", "00", "held-out", "normal", (double)i});
        }
        for (int i = 1; i <= 5; i++) {
            rows.add(new Object[]{"pump", "02", "held-out", "normal", (double)i});
        }
        rows.add(new Object[]{"fan", "00", "train", "normal", 0.001});
        rows.addAll(List.of(further));
        return m_tester.table(COLUMNS, rows.toArray(Object[][]::new));
    }

    private Executed learn(final Change change, final Object[]... further) throws Exception {
        return m_tester.execute(new ThresholdLearnerNodeFactory(), change, clips(further));
    }

    private Executed judge(final Executed learned, final Change change, final Object[]... rows) throws Exception {
        return m_tester.execute(new ThresholdPredictorNodeFactory(), change, learned.objects()[0],
            m_tester.table(COLUMNS, rows));
    }

    private static Object[] test(final String type, final String id, final Object score) {
        return new Object[]{type, id, "test", "normal", score};
    }

    @Test
    void thresholdsAreLearnedForEachMachineFromHeldOutClips() throws Exception {
        final Executed learned = learn(AS_IT_IS);
        final String[][] rows = NodeTester.texts(learned.objects()[1]);
        assertThat(rows).hasDimensions(2, 7);
        assertThat(rows[0]).startsWith("fan", "00", "20", "20.0", Double.toString(1 / 21.0)).endsWith("");
        assertThat(rows[1]).startsWith("pump", "02", "5", "5.0", Double.toString(1 / 6.0));
        assertThat(rows[1][6]).contains("5 held-out clips are too few", "0.1667");
        assertThat(learned.warning()).hasValueSatisfying(text -> assertThat(text)
            .startsWith("The false-alarm rate 0.05 is not promised for 1 of 2 machines. pump 02: 5 held-out clips"));
    }

    @Test
    void clipsAreJudgedByTheirMachinesThreshold() throws Exception {
        final Executed judged = judge(learn(AS_IT_IS), AS_IT_IS, test("fan", "00", 20.0), test("fan", "00", 20.5),
            test("fan", "00", 0.0), test("pump", "02", 5.5));
        assertThat(Stream.of(NodeTester.texts(judged.objects()[0]))
            .map(row -> String.join(" ", row[5], row[6], row[7])))
            .containsExactly(2 / 21.0 + " 20.0 false", 1 / 21.0 + " 20.0 true", "1.0 20.0 false",
                1 / 6.0 + " 5.0 true");
        assertThat(judged.warning()).isEmpty();
    }

    @Test
    void aClipThatCannotBeJudgedHasMissingCellsWithTheReason() throws Exception {
        final Executed judged = judge(learn(AS_IT_IS), AS_IT_IS, test("fan", "00", new MissingCell("too short")),
            test("valve", "07", 3.0), test("fan", "00", 3.0));
        assertThat(judged.warning()).hasValueSatisfying(
            text -> assertThat(text).startsWith("2 of 3 clips could not be judged: too short."));
        final List<DataRow> rows = new ArrayList<>();
        ((BufferedDataTable)judged.objects()[0]).forEach(rows::add);
        assertThat(((MissingValue)rows.get(0).getCell(7)).getError()).isEqualTo("too short");
        assertThat(((MissingValue)rows.get(1).getCell(5)).getError()).contains("valve 07");
        assertThat(rows.get(2).getCell(7).isMissing()).isFalse();
    }

    @Test
    void aMachineWithTooFewClipsMayGetNoDecision() throws Exception {
        final Executed learned = learn(model -> model.addString("fewClips", "NO_DECISION"));
        final String[] row = NodeTester.texts(judge(learned, AS_IT_IS, test("pump", "02", 9.0)).objects()[0])[0];
        assertThat(row).endsWith(Double.toString(1 / 6.0), null, null);
    }

    @Test
    void clipsThatAreAnomalousOrHaveNoScoreTeachNothing() throws Exception {
        final Executed learned = learn(AS_IT_IS, new Object[]{"fan", "00", "held-out", "anomaly", 1000.0},
            new Object[]{"fan", "00", "held-out", "normal", new MissingCell("broken")});
        assertThat(NodeTester.texts(learned.objects()[1])[0]).startsWith("fan", "00", "20", "20.0");
        assertThat(learned.warning()).hasValueSatisfying(text -> assertThat(text)
            .contains("1 of 27 clips were left out because they are labelled as anomalous")
            .contains("1 of 27 clips have no score and were left out: broken."));
    }

    /** As KNIME's Model Writer and Reader, and a saved workflow, hand the thresholds on. */
    @Test
    void savedThresholdsJudgeTheSame() throws Exception {
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
        final Executed learned = learn(AS_IT_IS);
        final ThresholdPortObject port = (ThresholdPortObject)learned.objects()[0];
        final ThresholdPortObject saved = (ThresholdPortObject)m_tester.saved(port);
        assertThat(saved).isNotSameAs(port);
        assertThat(saved.getSpec()).isEqualTo(port.getSpec());
        assertThat(saved.getSummary()).contains("fan 00, pump 02", "false-alarm rate 0.05 of \"Anomaly score\"");
        final BufferedDataTable table = m_tester.table(COLUMNS, test("fan", "00", 20.5), test("pump", "02", 3.0));
        final ThresholdPredictorNodeFactory predictor = new ThresholdPredictorNodeFactory();
        assertThat(NodeTester.texts(m_tester.execute(predictor, AS_IT_IS, saved, table).objects()[0]))
            .isDeepEqualTo(NodeTester.texts(m_tester.execute(predictor, AS_IT_IS, port, table).objects()[0]));
    }

    @Test
    void theGammaDistributionsOpinionIsAppendedOnDemand() throws Exception {
        final Executed judged = judge(learn(AS_IT_IS), model -> {
            model.addBoolean("gamma", true);
            model.addString("suffix", " 2");
        }, test("fan", "00", 40.0));
        assertThat(((BufferedDataTable)judged.objects()[0]).getDataTableSpec().getColumnNames()).endsWith("p-value 2",
            "Threshold 2", "Anomalous 2", "p-value (gamma) 2", "Anomalous (gamma) 2");
        assertThat(NodeTester.texts(judged.objects()[0])[0]).endsWith("true");
    }

    @Test
    void refusesSettingsThatDoNotFit() throws Exception {
        assertThatThrownBy(() -> learn(model -> model.addDouble("rate", 1)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("false-alarm rate is 1.0");
        assertThatThrownBy(() -> learn(model -> model.addString("score", "nope")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
        assertThatThrownBy(() -> learn(model -> model.getNodeSettings("rows").addStringArray("values", "nowhere")))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("nowhere");
        final Executed learned = learn(AS_IT_IS);
        assertThatThrownBy(() -> m_tester.execute(new ThresholdPredictorNodeFactory(), AS_IT_IS, learned.objects()[0],
            m_tester.table(new String[]{"Machine type", "Machine ID", "Anomaly score", "p-value"},
                new Object[]{"fan", "00", 1.0, "0.5"})))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("p-value");
    }

    @Test
    void warnsWhenAnotherScoreIsJudged() throws Exception {
        final Executed learned = learn(AS_IT_IS);
        assertThat(m_tester.execute(new ThresholdPredictorNodeFactory(), m -> m.addString("score", "PAE score"),
            learned.objects()[0], m_tester.table(new String[]{"Machine type", "Machine ID", "PAE score"},
                new Object[]{"fan", "00", 1.0})).warning())
                    .hasValueSatisfying(text -> assertThat(text).contains("\"Anomaly score\"", "\"PAE score\""));
    }
}
