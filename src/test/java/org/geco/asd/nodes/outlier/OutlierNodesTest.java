package org.geco.asd.nodes.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Training;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.TinyGeco;
import org.geco.asd.nodes.geco.GecoModelPortObject;
import org.geco.asd.nodes.geco.GecoPredictorNodeFactory;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.embedded.core.PluginExtensions;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.data.PortObjectFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.parameters.NodeParameters;

/** Both nodes, over statistics and over embeddings. */
class OutlierNodesTest {
    private static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpecCreator("Machine type", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Machine ID", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Split", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Label", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Statistics", ListCell.getCollectionType(DoubleCell.TYPE)).createSpec());
    private static final int SCORE = 5;

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private BufferedDataContainer m_rows;

    private final Random m_random = new Random(4);

    private final DefaultNodeAccess m_learner = DefaultNodeAccess.of(new OutlierLearnerNodeFactory());

    private final DefaultNodeAccess m_predictor = DefaultNodeAccess.of(new OutlierPredictorNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_clips = new ClipTable(m_repository);
        m_rows = m_clips.exec().createDataContainer(SPEC);
        for (int i = 0; i < 6; i++) {
            add("00", "train", "normal", vector(6, 0));
        }
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private DataCell vector(final int length, final double place) {
        return VectorCells.list(m_random.doubles(length).map(value -> value + place));
    }

    private void add(final String id, final String split, final String label, final DataCell vector) {
        m_rows.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows.size()), List.of(new StringCell("fan"),
            new StringCell(id), new StringCell(split), new StringCell(label), vector)));
    }

    private BufferedDataTable table() {
        m_rows.close();
        return m_rows.getTable();
    }

    private DefaultNodeAccess.Executed learn(final BufferedDataTable table) throws Exception {
        return m_learner.execute(new OutlierLearnerNodeParameters(), new PortObject[]{table}, m_clips.exec());
    }

    private DefaultNodeAccess.Executed predict(final PortObject model, final BufferedDataTable table)
        throws Exception {
        return m_predictor.execute(new OutlierPredictorNodeParameters(), new PortObject[]{model, table},
            m_clips.exec());
    }

    private static List<DataRow> rows(final PortObject table) {
        final List<DataRow> rows = new ArrayList<>();
        ((BufferedDataTable)table).forEach(rows::add);
        return rows;
    }

    private static double score(final DataRow row) {
        return ((DoubleValue)row.getCell(SCORE)).getDoubleValue();
    }

    @Test
    void whatIsFarFromTheNormalClipsOfItsMachineScoresHigh() throws Exception {
        add("00", "held-out", "normal", vector(6, 0));
        add("00", "test", "anomaly", vector(6, 3));
        final BufferedDataTable table = table();
        final DefaultNodeAccess.Executed learned = learn(table);
        final List<DataRow> scored = rows(predict(learned.objects()[0], table).objects()[0]);

        final List<DataRow> normal = rows(learned.objects()[1]);

        assertThat(normal).hasSize(7).allSatisfy(row -> assertThat(score(row)).isLessThan(score(scored.get(1))));
        assertThat(scored).hasSize(2).first().as("as if it had not been learned from").isEqualTo(normal.get(6));
        assertThat(learned.warning()).isEmpty();
        assertThat(((OutlierModelPortObject)learned.objects()[0]).getSpec().summary()).contains("fan 00",
            "Mahalanobis", "vectors of 6 values");
    }

    @Test
    void whatCannotBeScoredIsMissingWithItsReasonAndCounted() throws Exception {
        add("00", "test", "normal", vector(9, 0));
        add("00", "test", "normal", new MissingCell("No such file."));
        add("77", "test", "normal", vector(6, 0));
        final BufferedDataTable table = table();
        final DefaultNodeAccess.Executed executed = predict(learn(table).objects()[0], table);

        assertThat(rows(executed.objects()[0])).extracting(row -> ((MissingValue)row.getCell(SCORE)).getError())
            .satisfiesExactly(reason -> assertThat(reason).contains("9 values"),
                reason -> assertThat(reason).isEqualTo("No vector: No such file."),
                reason -> assertThat(reason).contains("fan 77"));
        assertThat(executed.warning()).get().asString().startsWith("3 of 3 clips could not be scored");
    }

    @Test
    void anomaliesAndBadVectorsAreNotLearnedFrom() throws Exception {
        add("00", "train", "anomaly", vector(6, 9));
        add("00", "train", "normal", new MissingCell("No such file."));
        final DefaultNodeAccess.Executed learned = learn(table());

        assertThat(rows(learned.objects()[1])).hasSize(7);
        assertThat(learned.warning()).get().asString().contains("1 of 8 rows are labelled as anomalies",
            "1 of 7 clips could not be scored");
    }

    /** As KNIME's Model Writer and Reader, and a saved workflow, hand the model on. */
    @Test
    void aSavedModelScoresTheSame() throws Exception {
        add("00", "test", "normal", vector(6, 1));
        final BufferedDataTable table = table();
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
        final PortObject model = learn(table).objects()[0];
        final OutlierModelPortObject back =
            (OutlierModelPortObject)PortObjectFiles.roundTrip(model, m_repository, m_clips.exec());

        assertThat(back.getSpec().summary()).isEqualTo(((OutlierModelPortObject)model).getSpec().summary());
        assertThat(rows(predict(back, table).objects()[0]))
            .isEqualTo(rows(predict(model, table).objects()[0]));
    }

    @Test
    void nothingToLearnFromIsAFailureThatSaysWhatToDo() throws Exception {
        final BufferedDataContainer empty = m_clips.exec().createDataContainer(SPEC);
        empty.close();
        assertThatThrownBy(() -> learn(empty.getTable()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("no vector to learn from");
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() {
        final OutlierLearnerNodeParameters parameters = new OutlierLearnerNodeParameters();
        parameters.m_shrinkage = Optional.of(2.0);
        assertThatThrownBy(() -> m_learner.configure(parameters, new PortObjectSpec[]{SPEC}))
            .hasMessageContaining("shrinkage");
        parameters.m_shrinkage = Optional.empty();
        parameters.m_vectorColumn = "Label";
        assertThatThrownBy(() -> m_learner.configure(parameters, new PortObjectSpec[]{SPEC}))
            .hasMessageContaining("Label");
        final OutlierPredictorNodeParameters predictor = new OutlierPredictorNodeParameters();
        predictor.m_scoreColumn = "Split";
        assertThatThrownBy(() -> m_predictor.configure(predictor, new PortObjectSpec[]{null, SPEC}))
            .hasMessageContaining("already");
    }

    private DefaultNodeAccess.Executed execute(final DefaultNodeAccess node, final NodeTester.Change change,
        final PortObject... inputs) throws Exception {
        return node.execute(NodeTester.parameters(node, change), inputs, m_clips.exec());
    }

    private void addTinyClips() {
        for (int i = 0; i < 8; i++) {
            m_clips.add("fan", "00", i < 6 ? "train" : "test", i == 7 ? null : TinyGeco.clip(0, 50, i));
        }
    }

    @Test
    void embeddingsOfGecoAreVectorsToo() throws Exception {
        addTinyClips();
        final PortObject model = new GecoModelPortObject(Training.run(new GecoLearner(TinyGeco.settings(2, 1),
            Optional.empty()), TinyGeco.source(), ProgressMonitor.NONE, report -> { }), m_clips.exec());
        final PortObject embedded = execute(DefaultNodeAccess.of(new GecoPredictorNodeFactory()), settings -> {
            settings.addString("embeddingColumn", "GeCo embedding");
            settings.addBoolean("embeddingColumn_is_present", true);
            settings.getNodeSettings("rows").addString("use", "ALL");
        }, model, m_clips.create()).objects()[0];

        final PortObject learned = execute(m_learner, settings -> {
            settings.addString("vectorColumn", "GeCo embedding");
            settings.addInt("parts", 1);
        }, embedded).objects()[0];
        final List<DataRow> scored = rows(execute(m_predictor, settings -> settings.addString("vectorColumn",
            "GeCo embedding"), learned, embedded).objects()[0]);

        assertThat(((DoubleValue)scored.get(0).getCell(6)).getDoubleValue()).isPositive();
        assertThat(((MissingValue)scored.get(1).getCell(6)).getError()).contains("The file is empty");
    }

    @Test
    void statisticsAreAppendedAndScored() throws Exception {
        addTinyClips();
        final DefaultNodeAccess.Executed appended =
            execute(DefaultNodeAccess.of(new SpectralStatisticsNodeFactory()), settings -> { }, m_clips.create());
        final List<DataRow> rows = rows(appended.objects()[0]);

        assertThat(rows).hasSize(8);
        assertThat(VectorCells.values(rows.get(0).getCell(4)).value())
            .hasSize(3 * TinyGeco.clip(0, 50, 0).mels());
        assertThat(VectorCells.values(rows.get(7).getCell(4)).reason()).contains("The file is empty");
        assertThat(appended.warning()).get().asString().startsWith("1 of 8 clips have no statistics");

        final BufferedDataTable table = (BufferedDataTable)appended.objects()[0];
        assertThat(score(rows(predict(learn(table).objects()[0], table).objects()[0]).get(0))).isPositive();
    }

    @Test
    void aBadRankWeightIsRefusedBeforeExecution() throws Exception {
        final DefaultNodeAccess node = DefaultNodeAccess.of(new SpectralStatisticsNodeFactory());
        for (final String ranks : List.of("0, loud", "0, 1.5")) {
            final NodeParameters bad = NodeTester.parameters(node,
                settings -> settings.getNodeSettings("statistics").addString("ranks", ranks));
            assertThatThrownBy(() -> node.configure(bad, new PortObjectSpec[]{ClipTable.SPEC}))
                .hasMessageContaining(ranks.substring(3));
        }
    }
}
