package org.geco.asd.nodes.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.Training;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.geco.TinyGeco;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.predict.MapView;
import org.geco.asd.nodes.predict.Predicting;
import org.geco.embedded.core.PluginExtensions;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.data.PortObjectFiles;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

class GecoPredictorNodeTest {

    private static final int SCORE = 4;

    private static final int EMBEDDING = 5;

    private static GecoModel model;

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private final GecoPredictorNodeParameters m_parameters = new GecoPredictorNodeParameters();

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new GecoPredictorNodeFactory());

    @BeforeAll
    static void train() throws Exception {
        model = Training.run(new GecoLearner(TinyGeco.settings(2, 1), Optional.empty()), TinyGeco.source(),
            ProgressMonitor.NONE, report -> { });
    }

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_clips = new ClipTable(m_repository);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private DefaultNodeAccess.Executed execute() throws Exception {
        return execute(new GecoModelPortObject(model, m_clips.exec()));
    }

    private DefaultNodeAccess.Executed execute(final PortObject port) throws Exception {
        return m_node.execute(m_parameters, new PortObject[]{port, m_clips.create()}, m_clips.exec());
    }

    private static List<DataRow> rows(final DefaultNodeAccess.Executed executed) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = ((BufferedDataTable)executed.objects()[0]).iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static double number(final DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }

    private static ClipScore expected(final int machine, final Spectrogram clip) throws Exception {
        try (GecoScorer scorer = new GecoScorer(model)) {
            return scorer.score(TinyGeco.MACHINES.get(machine), clip, "");
        }
    }

    @Test
    void appendsTheScoreToTheUsedRowsByTheirOwnMachine() throws Exception {
        final Spectrogram clip = TinyGeco.clip(0, 50, 9);
        m_clips.add("fan", "00", "train", TinyGeco.clip(0, 50, 8));
        m_clips.add("fan", "00", "test", clip);
        m_clips.add("fan", "01", "test", clip);
        final DefaultNodeAccess.Executed executed = execute();
        final List<DataRow> rows = rows(executed);
        assertThat(rows).extracting(row -> row.getKey().getString()).containsExactly("Row1", "Row2");
        assertThat(number(rows.get(0).getCell(SCORE))).isEqualTo(expected(0, clip).score());
        assertThat(number(rows.get(1).getCell(SCORE))).isEqualTo(expected(1, clip).score())
            .isNotEqualTo(expected(0, clip).score());
        assertThat(((BufferedDataTable)executed.objects()[0]).getDataTableSpec().getColumnNames())
            .endsWith("Log-Mel", "GeCo score");
        assertThat(executed.warning()).isEmpty();
    }

    @Test
    void appendsTheEmbeddingIfAsked() throws Exception {
        m_parameters.m_embeddingColumn = Optional.of("GeCo embedding");
        final Spectrogram clip = TinyGeco.clip(2, 50, 9);
        m_clips.add("pump", "00", "test", clip);
        m_clips.add("pump", "00", "test", null);
        final List<DataRow> rows = rows(execute());
        final float[] embedding = expected(2, clip).embedding().orElseThrow();
        final ListDataValue list = (ListDataValue)rows.get(0).getCell(EMBEDDING);
        assertThat(list.size()).isEqualTo(embedding.length).isEqualTo(16);
        for (int i = 0; i < embedding.length; i++) {
            assertThat(number(list.get(i))).isEqualTo(embedding[i]);
        }
        assertThat(rows.get(1).getCell(SCORE).isMissing()).isTrue();
        assertThat(rows.get(1).getCell(EMBEDDING).isMissing()).isTrue();
    }

    @Test
    void keepsForTheViewWhereClipsLieAndTheNearestNormalOneOfTheirMachine() throws Exception {
        m_clips.add("fan", "00", "test", TinyGeco.clip(0, 50, 9));
        m_clips.add("fan", "00", "test", null);
        m_clips.add("fan", "00", "held-out", TinyGeco.clip(1, 50, 3));
        m_clips.add("fan", "00", "held-out", TinyGeco.clip(0, 50, 8));
        m_clips.add("fan", "01", "held-out", TinyGeco.clip(0, 50, 9));
        m_clips.add("pump", "00", "test", TinyGeco.clip(2, 50, 9));
        final MapView view = (MapView)m_node.view().orElseThrow().handler(null, execute().internals()).orElseThrow();
        final JsonNode fans = new ObjectMapper().readTree(view.map("fan")).get("value");
        final JsonNode points = fans.get("points");
        assertThat(points.findValuesAsText("index")).containsExactly("0", "2", "3", "4");
        assertThat(points.findValuesAsText("nearest")).as("of the same machine, not itself").containsExactly("3", "3",
            "2", "-1");
        for (final String axis : List.of("x", "y")) {
            assertThat(points.get(0).get(axis)).as("the same sound").isEqualTo(points.get(3).get(axis));
        }
        assertThat(fans.get("shares").get(0).asDouble()).isBetween(0.5, 1.0);
        assertThat(new ObjectMapper().readTree(view.map("pump")).findValuesAsText("nearest")).containsExactly("-1");
    }

    @Test
    void whatCannotBeScoredIsMissingWithItsReasonAndCounted() throws Exception {
        m_clips.add("fan", "00", "test", null);
        m_clips.add("fan", "00", "test", TinyGeco.clip(0, 19, 1));
        m_clips.add("fan", null, "test", TinyGeco.clip(0, 40, 1));
        m_clips.add("fan", "00", "test", TinyGeco.clip(0, 40, 1));
        final DefaultNodeAccess.Executed executed = execute();
        final List<DataCell> scores = rows(executed).stream().map(row -> row.getCell(SCORE)).toList();
        assertThat(scores.subList(0, 3)).allMatch(DataCell::isMissing)
            .extracting(cell -> ((MissingValue)cell).getError()).satisfiesExactly(
                reason -> assertThat(reason).contains("The file is empty"),
                reason -> assertThat(reason).contains("19 frames"),
                reason -> assertThat(reason).contains("machine ID is missing"));
        assertThat(scores.get(3).isMissing()).isFalse();
        assertThat(executed.warning()).get().asString().startsWith("3 of 4 clips could not be scored")
            .contains("The file is empty");
    }

    private void assertFails(final String... what) {
        assertThatThrownBy(this::execute).isInstanceOfSatisfying(KNIMEException.class, e -> {
            assertThat(e.getMessage()).contains(what);
            assertThat(e.getKNIMEMessage().getResolutions()).isNotEmpty();
        });
    }

    @Test
    void anUnknownMachineIsMissingAndTheOthersAreScored() throws Exception {
        m_clips.add("fan", "07", "test", TinyGeco.clip(0, 40, 1));
        m_clips.add("fan", "00", "test", TinyGeco.clip(0, 40, 1));
        assertThat(execute().warning()).get().asString().startsWith("1 of 2 clips could not be scored")
            .contains("fan 07", "fan 00, fan 01, pump 00");
    }

    @Test
    void spectrogramsOfOtherSettingsStopTheNode() {
        final MelSettings coarse = new MelSettings(8000, 1024, 512, 8, 0, 4000);
        m_clips.add("fan", "00", "test", new Spectrogram(coarse, 40, TinyGeco.clip(0, 40, 1).values()));
        assertFails("sampleRate=8000");
    }

    /** As KNIME's Model Writer and Reader, and a saved workflow, hand the model on. */
    @Test
    void aSavedModelScoresBitEqual() throws Exception {
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
        final GecoModelPortObject port = new GecoModelPortObject(model, m_clips.exec());
        final GecoModelPortObject saved =
            (GecoModelPortObject)PortObjectFiles.roundTrip(port, m_repository, m_clips.exec());
        assertThat(saved).isNotSameAs(port);
        assertThat(saved.getSpec()).isEqualTo(port.getSpec());
        assertThat(saved.getSpec().machines()).isEqualTo(TinyGeco.MACHINES);
        assertThat(saved.getSpec().machines()).isEqualTo(model.machines());
        final Spectrogram clip = TinyGeco.clip(1, 61, 5);
        m_clips.add("fan", "01", "test", clip);
        assertThat(number(rows(execute(saved)).get(0).getCell(SCORE))).isEqualTo(expected(1, clip).score());
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() throws Exception {
        final PortObjectSpec[] specs = {null, ClipTable.SPEC};
        assertThat(m_node.configure(m_parameters, specs).specs()[0]).isNotNull();
        m_parameters.m_idColumn = "Machine";
        assertThatThrownBy(() -> m_node.configure(m_parameters, specs)).hasMessageContaining("no column \"Machine\"");
        m_parameters.m_idColumn = "Machine ID";
        Predicting.scoreColumn(m_parameters, "Split");
        assertThatThrownBy(() -> m_node.configure(m_parameters, specs)).hasMessageContaining("already");
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(m_parameters, settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("spectrogramColumn", "typeColumn", "idColumn", "rows",
            "scoreColumn", "memberScores",
            "memberScores_is_present", "embeddingColumn", "embeddingColumn_is_present", "device");
    }
}
