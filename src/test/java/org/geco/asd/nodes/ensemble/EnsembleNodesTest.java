package org.geco.asd.nodes.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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

/** Both nodes: what the learner's port holds is what the predictor combines with. */
class EnsembleNodesTest {
    private static final String[] COLUMNS = {"Machine type", "Machine ID", "Split", "Label", "PAE score", "GeCo score"};
    private static final Change AS_IT_IS = model -> { };

    @TempDir
    private Path m_folder;
    private final List<NodeTester> m_testers = new ArrayList<>();
    private NodeTester m_tester;

    @BeforeEach
    void open() throws Exception {
        next();
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
    }

    @AfterEach
    void close() {
        m_testers.forEach(NodeTester::close);
    }

    /** An execution has one model. */
    private void next() throws Exception {
        m_tester = new NodeTester(Files.createDirectory(m_folder.resolve("execution " + m_testers.size())));
        m_testers.add(m_tester);
    }

    /** Twenty held-out clips of a fan, four of a pump whose second score does not vary, and a training clip. */
    private BufferedDataTable clips(final Object[]... further) {
        final Random random = new Random(1);
        final List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(clip("fan", "00", "held-out", "normal", 10 + i % 2, 0.1 * random.nextGaussian()));
        }
        for (int i = 0; i < 4; i++) {
            rows.add(clip("pump", "02", "held-out", "normal", i, 0.5));
        }
        rows.add(clip("fan", "00", "train", "normal", -1000.0, -1000.0));
        rows.addAll(List.of(further));
        return m_tester.table(COLUMNS, rows.toArray(Object[][]::new));
    }

    private static Object[] clip(final String type, final String id, final String split, final String label,
        final double pae, final double geco) {
        return new Object[]{type, id, split, label, pae, geco};
    }

    private static Object[] test(final String type, final String id, final Object pae, final Object geco) {
        return new Object[]{type, id, "test", "normal", pae, geco};
    }

    private Executed learn(final Change change, final Object[]... further) throws Exception {
        next();
        return m_tester.execute(new EnsembleLearnerNodeFactory(), change, clips(further));
    }

    private Executed combine(final Executed learned, final Object[]... rows) throws Exception {
        return m_tester.execute(new EnsemblePredictorNodeFactory(), AS_IT_IS, learned.objects()[0],
            m_tester.table(COLUMNS, rows));
    }

    private static double score(final Executed combined, final int row) {
        return Double.parseDouble(NodeTester.texts(combined.objects()[0])[row][6]);
    }

    @Test
    void levelsAreLearnedForEachMachineAndScoreFromHeldOutClips() throws Exception {
        final Executed learned = learn(AS_IT_IS);
        final String[][] rows = NodeTester.texts(learned.objects()[1]);
        assertThat(rows).hasDimensions(4, 7);
        assertThat(rows[0]).startsWith("fan", "00", "PAE score", "20", "10.5").endsWith("");
        assertThat(rows[2]).startsWith("pump", "02", "PAE score", "4", "1.5");
        assertThat(rows[2][6]).contains("fewer than 20 clips");
        assertThat(rows[3]).startsWith("pump", "02", "GeCo score", "4", null, null);
        assertThat(rows[3][6]).startsWith("left out: it has no usable spread");
        assertThat(learned.warning()).hasValue("The score \"GeCo score\" is left out: it has no usable spread over the "
            + "4 held-out clips of machine type pump.");
    }

    @Test
    void whatOneScoreFindsIsNotExcusedByAnother() throws Exception {
        final Object[][] rows = {test("fan", "00", 15.0, 0.0), test("fan", "00", 15.0, -5.0)};
        final Executed combined = combine(learn(AS_IT_IS), rows);
        assertThat(score(combined, 1)).isBetween(score(combined, 0) - 0.1, score(combined, 0)).isGreaterThan(3);
        assertThat(combined.warning()).isEmpty();
        final Executed mean = combine(learn(model -> model.addString("combination", "MEAN")), rows);
        assertThat(score(mean, 1)).isNegative();
        final Executed maximum = combine(learn(model -> model.addString("combination", "MAXIMUM")), rows);
        assertThat(score(maximum, 1)).isEqualTo(score(maximum, 0));
    }

    @Test
    void scoresMayHaveWeights() throws Exception {
        final Object[] row = test("fan", "00", 15.0, 0.0);
        assertThat(score(combine(learn(model -> {
            model.addString("weights", "9, 1");
            model.addBoolean("weights_is_present", true);
        }), row), 0)).isGreaterThan(score(combine(learn(AS_IT_IS), row), 0));
    }

    @Test
    void aClipThatCannotBeCombinedHasAMissingCellWithTheReason() throws Exception {
        final Object[][] tests = {test("fan", "00", new MissingCell("too short"), 0.1), test("valve", "07", 3.0, 0.5),
            test("pump", "02", 3.0, new MissingCell("not needed")), test("pump", "99", 3.0, 0.5)};
        final Executed combined = combine(learn(AS_IT_IS), tests);
        assertThat(combined.warning()).hasValue("2 of 4 clips have no combined score: PAE score: too short.\n"
            + "Machines without a held-out clip were taken for usual ones of their type: pump 99.");
        final List<DataRow> rows = new ArrayList<>();
        ((BufferedDataTable)combined.objects()[0]).forEach(rows::add);
        assertThat(((MissingValue)rows.get(1).getCell(6)).getError()).contains("machine type valve");
        assertThat(rows.get(2).getCell(6).isMissing()).isFalse();
        assertThat(score(combine(learn(model -> model.addBoolean("allowsMissing", true)), tests), 0)).isNotNaN();
    }

    @Test
    void clipsThatAreAnomalousTeachNothing() throws Exception {
        final Executed learned = learn(AS_IT_IS, clip("fan", "00", "held-out", "anomaly", 1000.0, 1000.0));
        assertThat(NodeTester.texts(learned.objects()[1])).isDeepEqualTo(
            NodeTester.texts(learn(AS_IT_IS).objects()[1]));
        assertThat(learned.warning()).hasValueSatisfying(text -> assertThat(text)
            .startsWith("1 of 25 clips were left out because they are labelled as anomalous"));
    }

    /** As KNIME's Model Writer and Reader, and a saved workflow, hand the ensemble on. */
    @Test
    void savedEnsembleCombinesToTheSameBits() throws Exception {
        final EnsemblePortObject port = (EnsemblePortObject)learn(AS_IT_IS).objects()[0];
        final EnsemblePortObject saved = (EnsemblePortObject)m_tester.saved(port);
        assertThat(saved).isNotSameAs(port);
        assertThat(saved.getSpec()).isEqualTo(port.getSpec());
        assertThat(saved.getSummary()).contains("fan 00, pump 02", "excess of PAE score, GeCo score");
        final BufferedDataTable table =
            m_tester.table(COLUMNS, test("fan", "00", 11.7, 0.33), test("pump", "02", 3.1, 0.6));
        final EnsemblePredictorNodeFactory predictor = new EnsemblePredictorNodeFactory();
        assertThat(NodeTester.texts(m_tester.execute(predictor, AS_IT_IS, saved, table).objects()[0]))
            .isDeepEqualTo(NodeTester.texts(m_tester.execute(predictor, AS_IT_IS, port, table).objects()[0]));
    }

    @Test
    void refusesWhatDoesNotFit() throws Exception {
        for (final String weights : List.of("1", "1, x", "1, 0", "1,,2", "1, NaN")) {
            assertThatThrownBy(() -> learn(model -> {
                model.addString("weights", weights);
                model.addBoolean("weights_is_present", true);
            })).as(weights).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("weight");
        }
        assertThatThrownBy(() -> learn(model -> model.getNodeSettings("machine").addString("type", "nope")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
        final Executed learned = learn(AS_IT_IS);
        assertThatThrownBy(() -> m_tester.execute(new EnsemblePredictorNodeFactory(), AS_IT_IS, learned.objects()[0],
            m_tester.table(new String[]{"Machine type", "Machine ID", "PAE score"}, new Object[]{"fan", "00", 1.0})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("GeCo score");
        assertThatThrownBy(() -> m_tester.execute(new EnsemblePredictorNodeFactory(),
            model -> model.addString("scoreColumn", "PAE score"), learned.objects()[0], clips()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("already");
    }
}
