package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.learn.Training;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.predict.PredictedClip;
import org.geco.asd.nodes.predict.Predicting;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.embedded.data.DataRepository;
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
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNodeAccess;

class PaePredictorNodeTest {

    private static PaeModel model;

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new PaePredictorNodeFactory());

    @BeforeAll
    static void train() throws Exception {
        model = Training.run(new PaeLearner(Synthetic.settings(1, 1)), Synthetic.source(2, "fan"),
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
        return execute(new PaePredictorNodeParameters());
    }

    private DefaultNodeAccess.Executed execute(final PaePredictorNodeParameters parameters) throws Exception {
        return execute(parameters, new PaeModelPortObject(model, m_clips.exec()), m_clips.create());
    }

    private DefaultNodeAccess.Executed execute(final PaePredictorNodeParameters parameters, final PortObject... inputs)
        throws Exception {
        return m_node.execute(parameters, inputs, m_clips.exec());
    }

    private static List<DataRow> rows(final DefaultNodeAccess.Executed executed) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = ((BufferedDataTable)executed.objects()[0]).iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void appendsTheScoreToTheUsedRows() throws Exception {
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, 1));
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 33, 2));
        m_clips.add("fan", "test", Synthetic.clip("fan", 2.9, 35, 3));
        final List<DataRow> rows = rows(execute());
        assertThat(rows).extracting(row -> row.getKey().getString()).containsExactly("Row1", "Row2");
        try (PaeScorer scorer = new PaeScorer(model)) {
            assertThat(((DoubleValue)rows.get(0).getCell(4)).getDoubleValue())
                .isEqualTo(Synthetic.score(scorer, "fan", Synthetic.clip("fan", 0.9, 33, 2)));
        }
        assertThat(rows.get(0).getCell(0)).hasToString("fan");
    }

    @Test
    void theErrorsByBandAreThoseOfTheScore() throws Exception {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 33, 2));
        final PaePredictorNodeParameters parameters = new PaePredictorNodeParameters();
        parameters.m_bandErrorsColumn = Optional.of(Columns.PAE_BAND_ERRORS);
        final DataRow row = rows(execute(parameters)).get(0);
        final double[] bands = VectorCells.values(row.getCell(5)).value();
        assertThat(bands).hasSize(Synthetic.clip("fan", 0.9, 33, 2).mels());
        assertThat(Arrays.stream(bands).map(band -> Math.pow(10, band / 10)).average().orElseThrow())
            .isCloseTo(((DoubleValue)row.getCell(4)).getDoubleValue(), withinPercentage(1e-3));
    }

    @Test
    void whatTheViewShowsAsPredictedHasTheErrorOfTheScore() throws Exception {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 33, 2);
        try (PaeScorer scorer = new PaeScorer(model)) {
            final float[] predicted = PaeScorer.reconstruct(model, new Clip(new MachineId("fan", ""), clip, "clip"));
            assertThat(PredictedClip.of(clip, predicted).meanError())
                .isCloseTo(Synthetic.score(scorer, "fan", clip), withinPercentage(1e-3));
        }
    }

    @Test
    void whatCannotBeScoredIsMissingWithItsReasonAndCounted() throws Exception {
        m_clips.add("fan", "test", null);
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 4, 1));
        m_clips.add(null, "test", Synthetic.clip("fan", 0.9, 30, 1));
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 30, 1));
        final DefaultNodeAccess.Executed executed = execute();
        final List<DataCell> scores = rows(executed).stream().map(row -> row.getCell(4)).toList();
        assertThat(scores.subList(0, 3)).allMatch(DataCell::isMissing)
            .extracting(cell -> ((MissingValue)cell).getError()).satisfiesExactly(
                reason -> assertThat(reason).contains("The file is empty"),
                reason -> assertThat(reason).contains("4 frames"),
                reason -> assertThat(reason).contains("machine type is missing"));
        assertThat(scores.get(3).isMissing()).isFalse();
        assertThat(executed.warning()).get().asString().startsWith("3 of 4 clips could not be scored")
            .contains("The file is empty");
    }

    @Test
    void thePictureIsOfTheChosenRowOrTheWorst() throws Exception {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 33, 2));
        m_clips.add("fan", "test", Synthetic.clip("fan", 2.9, 35, 3));
        final PaePredictorNodeParameters parameters = new PaePredictorNodeParameters();
        final PortObject[] inputs = {new PaeModelPortObject(model, m_clips.exec()), m_clips.create()};
        final DefaultNodeAccess.Executed executed = execute(parameters, inputs);
        final PortObject worst = executed.objects()[1];
        assertThat(worst.getSummary()).isEqualTo("PNG Image 920 x 590");
        final List<DataRow> byScore = new ArrayList<>(rows(executed));
        byScore.sort(Comparator.comparingDouble(row -> ((DoubleValue)row.getCell(4)).getDoubleValue()));
        parameters.m_pictureRow = Optional.of(byScore.get(1).getKey().getString());
        assertThat(image(execute(parameters, inputs).objects()[1])).isEqualTo(image(worst));
        parameters.m_pictureRow = Optional.of(byScore.get(0).getKey().getString());
        assertThat(image(execute(parameters, inputs).objects()[1])).isNotEqualTo(image(worst));
    }

    @Test
    void withoutSuchARowThereAreScoresAndAWarning() throws Exception {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 33, 2));
        final PaePredictorNodeParameters parameters = new PaePredictorNodeParameters();
        parameters.m_pictureRow = Optional.of("Row7");
        final DefaultNodeAccess.Executed executed = execute(parameters);
        assertThat(rows(executed)).hasSize(1);
        assertThat(executed.warning()).get().asString().contains("Row7");
        assertThat(executed.objects()[1].getSummary()).isEqualTo("PNG Image 1 x 1");
    }

    private static PNGImageContent image(final PortObject port) {
        return ((PNGImageValue)((ImagePortObject)port).toDataCell()).getImageContent();
    }

    @Test
    void anUnknownMachineTypeIsMissingAndTheOthersAreScored() throws Exception {
        m_clips.add("valve", "test", Synthetic.clip("valve", 0.9, 30, 1));
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 30, 1));
        assertThat(execute().warning()).get().asString().startsWith("1 of 2 clips could not be scored")
            .contains("valve");
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() throws Exception {
        final PaePredictorNodeParameters parameters = new PaePredictorNodeParameters();
        final PortObjectSpec[] specs = {null, ClipTable.SPEC};
        assertThat(m_node.configure(parameters, specs).specs()[0]).isNotNull();
        Predicting.scoreColumn(parameters, "Split");
        assertThatThrownBy(() -> m_node.configure(parameters, specs)).hasMessageContaining("already");
        Predicting.scoreColumn(parameters, " ");
        assertThatThrownBy(() -> m_node.configure(parameters, specs)).hasMessageContaining("Name of the score column");
        Predicting.scoreColumn(parameters, "s");
        parameters.m_scoring.m_aggregation = PaeScoringParameters.FrameAggregation.TOP_PERCENT;
        parameters.m_scoring.m_topPercent = 0;
        assertThatThrownBy(() -> m_node.configure(parameters, specs)).hasMessageContaining("0.0 %");
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(new PaePredictorNodeParameters(), settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("spectrogramColumn", "typeColumn", "rows",
            "scoreColumn", "memberScores",
            "memberScores_is_present",
            "bandErrorsColumn", "bandErrorsColumn_is_present", "pictureRow", "pictureRow_is_present",
            "scoring", "device");
    }
}
