package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;

import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.HandedTraining;
import org.geco.asd.cluster.TrainingReport;
import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.cluster.FakeSpark;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.learn.Learning;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

class PaeLearnerNodeTest {

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new PaeLearnerNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_clips = new ClipTable(m_repository);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private static PaeLearnerNodeParameters tiny() {
        final PaeLearnerNodeParameters parameters = new PaeLearnerNodeParameters();
        parameters.m_preset = PaePreset.QUICK;
        parameters.m_epochs = Optional.of(2);
        parameters.m_batchSize = Optional.of(16);
        parameters.m_network.m_encoderWidth = Optional.of(16);
        parameters.m_network.m_decoderWidth = Optional.of(8);
        parameters.m_network.m_heads = Optional.of(2);
        parameters.m_windowStride = Optional.of(2);
        return parameters;
    }

    private DefaultNodeAccess.Executed execute(final PaeLearnerNodeParameters parameters) throws Exception {
        return m_node.execute(parameters, new PortObject[]{m_clips.create(), null}, m_clips.exec());
    }

    @Test
    void trainsOnTheTrainingRowsAndReportsEveryEpoch() throws Exception {
        for (int i = 0; i < 3; i++) {
            m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, i));
            m_clips.add("pump", "train", Synthetic.clip("pump", 0.9, 30, i));
            m_clips.add("valve", "test", Synthetic.clip("valve", 0.9, 30, i));
        }
        m_clips.add("fan", "train", null);
        final DefaultNodeAccess.Executed executed = execute(tiny());
        final PaeModelPortObject model = (PaeModelPortObject)executed.objects()[0];
        assertThat(model.model().types().keySet()).containsExactly("fan", "pump");
        assertThat(model.getSpec().machines()).extracting(Object::toString).containsExactly("fan 00", "pump 00");
        final JScrollPane view = (JScrollPane)model.getViews()[0];
        assertThat(((JEditorPane)view.getViewport().getView()).getText()).contains("fan 00", "3 clips", "all 2 epochs");
        final List<String> history = new ArrayList<>();
        try (CloseableRowIterator rows = ((BufferedDataTable)executed.objects()[1]).iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                history.add(row.getCell(0) + " " + row.getCell(1));
                assertThat(((DoubleValue)row.getCell(2)).getDoubleValue()).isPositive().isFinite();
                assertThat(row.getCell(3).isMissing()).isTrue();
            }
        }
        assertThat(history).containsExactly("fan 1", "fan 2", "pump 1", "pump 2");
        assertThat(executed.objects()[2].getSummary()).as("two charts side by side").isEqualTo("PNG Image 940 x 354");
        assertThat(executed.warning()).get().asString().contains("1 of 7 rows").contains("The file is empty")
            .contains("steps only");
    }

    @Test
    void severalMembersOfAMachineTypeAreRowsOfTheHistoryAndOneModel() throws Exception {
        for (int i = 0; i < 2; i++) {
            m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, i));
        }
        final PaeLearnerNodeParameters parameters = tiny();
        parameters.m_members = Optional.of(2);
        final DefaultNodeAccess.Executed executed = execute(parameters);
        assertThat(Executions.rows(executed.objects()[1])).extracting(row -> row.getCell(0) + " " + row.getCell(1))
            .containsExactly("fan member 1 1", "fan member 1 2", "fan member 2 1", "fan member 2 2");
        final PaeModelPortObject model = (PaeModelPortObject)executed.objects()[0];
        assertThat(model.model().type("fan").members()).hasSize(2);
        final JScrollPane view = (JScrollPane)model.getViews()[0];
        assertThat(((JEditorPane)view.getViewport().getView()).getText()).contains("mean of 2 networks",
            "fan member 2");
    }

    @Test
    void whatIsTickedTakesThePlaceOfThePresets() throws AsdException {
        final PaeLearnerNodeParameters parameters = new PaeLearnerNodeParameters();
        assertThat(parameters.settings(72, 24)).isEqualTo(PaeSettings.of(PaeArchitecture.SMALL, 167, 128, 5));
        assertThat(parameters.settings(1001, 600)).isEqualTo(PaeSettings.PAPER);
        parameters.m_preset = PaePreset.PAPER;
        assertThat(parameters.settings(6, 2)).isEqualTo(PaeSettings.PAPER);
        parameters.m_preset = PaePreset.SMALL_DATA;
        parameters.m_epochs = Optional.of(3);
        parameters.m_learningRate = Optional.of(0.5);
        Learning.seed(parameters, 9);
        parameters.m_network.m_encoderWidth = Optional.of(64);
        final PaeSettings settings = parameters.settings(6, 2);
        assertThat(settings.training().epochs()).isEqualTo(3);
        assertThat(settings.training().learningRate()).isEqualTo(0.5);
        assertThat(settings.training().seed()).isEqualTo(9);
        assertThat(settings.training().batchSize()).isEqualTo(PaeSettings.SMALL_DATA.training().batchSize());
        assertThat(settings.architecture().encoderWidth()).isEqualTo(64);
        assertThat(settings.architecture().decoderWidth()).isEqualTo(64);
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        final PaeLearnerNodeParameters parameters = tiny();
        ParametersPersistence.save(parameters, settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("spectrogramColumn", "typeColumn", "idColumn", "rows",
            "labelColumn", "labelColumn_is_present", "preset", "epochs", "epochs_is_present", "batchSize",
            "batchSize_is_present", "learningRate", "learningRate_is_present", "milestones", "milestones_is_present",
            "windowStride", "windowStride_is_present", "members", "members_is_present", "seed", "rates", "stopping",
            "checkpoints", "device", "network", "memoryBudget", "memoryBudget_is_present", "typesAtOnce",
            "typesAtOnce_is_present", "start", "start_is_present", "place");
        assertThat(settings.getString("preset")).isEqualTo("QUICK");
        assertThat(ParametersPersistence.load(PaeLearnerNodeParameters.class, settings).settings(6, 2))
            .isEqualTo(parameters.settings(6, 2));
    }

    private void assertRefused(final PaeLearnerNodeParameters parameters, final DataTableSpec spec,
        final String what) {
        assertThatThrownBy(() -> m_node.configure(parameters, new PortObjectSpec[]{spec, null}))
            .hasMessageContaining(what);
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() throws Exception {
        assertThat(m_node.configure(tiny(), new PortObjectSpec[]{ClipTable.SPEC, null}).specs()[1]).isNotNull();
        PaeLearnerNodeParameters parameters = tiny();
        Learning.spectrograms(parameters, "Sound");
        assertRefused(parameters, ClipTable.SPEC, "no column \"Sound\"");
        parameters = tiny();
        Learning.spectrograms(parameters, "Split");
        assertRefused(parameters, ClipTable.SPEC, "\"Split\"");
        parameters = tiny();
        parameters.m_epochs = Optional.of(-1);
        assertRefused(parameters, ClipTable.SPEC, "epochs is -1");
        parameters = tiny();
        parameters.m_network.m_heads = Optional.of(3);
        assertRefused(parameters, ClipTable.SPEC, "3 attention heads");
        parameters = tiny();
        parameters.m_members = Optional.of(100);
        assertRefused(parameters, ClipTable.SPEC, "ensemble members is 100");
        parameters = tiny();
        Learning.stopping(parameters, 1, 0, 0);
        assertRefused(parameters, ClipTable.SPEC, "held-out share is 1");
        Learning.stopping(parameters, 0, 3, 0);
        assertRefused(parameters, ClipTable.SPEC, "no clips are held out");
    }

    /** With a script in the place of spark-submit, which has what this computer learns. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onSparkTheJobIsGivenTheClipsAndWhatItLearnsIsTheNodes() throws Exception {
        for (int i = 0; i < 4; i++) {
            m_clips.add("fan", i == 3 ? "held-out" : "train", Synthetic.clip("fan", 0.9, 30, i));
            m_clips.add("pump", i == 0 ? "held-out" : "train", Synthetic.clip("pump", 0.9, 31, i));
        }
        final PaeLearnerNodeParameters parameters = tiny();
        Learning.stoppingOnRows(parameters, 2);
        final PortObject[] inputs = {m_clips.create(), null};
        final DefaultNodeAccess.Executed here = m_node.execute(parameters, inputs, m_clips.exec());
        final PaeModel model = ((PaeModelPortObject)here.objects()[0]).model();
        final List<EpochReport> epochs = new ArrayList<>();
        for (final DataRow row : Executions.rows(here.objects()[1])) {
            final int epoch = ((IntValue)row.getCell(1)).getIntValue();
            epochs.add(new EpochReport(row.getCell(0).toString(), epoch, Map.of(
                "Training loss", ((DoubleValue)row.getCell(2)).getDoubleValue(),
                "Held-out loss", ((DoubleValue)row.getCell(3)).getDoubleValue(),
                "Learning rate", ((DoubleValue)row.getCell(4)).getDoubleValue()),
                row.getCell(5).isMissing() ? "" : row.getCell(5).toString(), epoch));
        }
        final FakeSpark spark =
            FakeSpark.trained(m_folder, model, new TrainingReport(epochs, List.of("A worker has said this.")));
        parameters.m_place = spark.place();

        final DefaultNodeAccess.Executed there =
            m_node.execute(parameters, inputs, Executions.context(m_repository));

        assertThat(bytes(((PaeModelPortObject)there.objects()[0]).model())).isEqualTo(bytes(model));
        assertThat(NodeTester.texts(there.objects()[1])).isDeepEqualTo(NodeTester.texts(here.objects()[1]));
        assertThat(there.objects()[2].getSummary()).isEqualTo(here.objects()[2].getSummary());
        assertThat(there.warning()).contains("A worker has said this.");
        assertThat(m_folder.resolve("shared")).isEmptyDirectory();
        final HandedTraining<PaeSettings, PaeModel> given = HandedTraining.read(ClusterMethod.PAE, spark.given());
        assertThat(given.settings()).isEqualTo(parameters.settings(given.clips()));
        assertThat(given.clips().size()).isEqualTo(8);
        assertThat(given.clips().isHeldOut(6)).isTrue();
        assertThat(given.clips().load(7).values()).isEqualTo(Synthetic.clip("pump", 0.9, 31, 3).values());
    }

    private static byte[] bytes(final PaeModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void whatSparkCannotBeToldIsRefusedBeforeExecution() throws Exception {
        final PaeLearnerNodeParameters parameters = tiny();
        parameters.m_place = new FakeSpark(m_folder, "nothing", List.of()).place();
        assertThat(m_node.configure(parameters, new PortObjectSpec[]{ClipTable.SPEC, null}).specs()[1]).isNotNull();
        Learning.checkpoints(parameters, "here", 1);
        assertRefused(parameters, ClipTable.SPEC, "A checkpoint folder is set");
        Learning.checkpoints(parameters, "", 1);
        Learning.stopping(parameters, 0.2, 3, 5);
        assertRefused(parameters, ClipTable.SPEC, "A time budget is set");
        Learning.stopping(parameters, 0.2, 3, 0);
        parameters.m_typesAtOnce = Optional.of(2);
        assertRefused(parameters, ClipTable.SPEC, "2 machine types are to be trained at once");
    }

    @Test
    void withoutTrainingRowsItSaysWhichRowsItLookedFor() {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 30, 1));
        assertThatThrownBy(() -> execute(tiny())).isInstanceOf(KNIMEException.class).hasMessageContaining("train");
    }

    @Test
    void whatThePresetAutomaticChoseIsNoWarning() throws Exception {
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 400, 1));
        final PaeLearnerNodeParameters parameters = tiny();
        parameters.m_preset = PaePreset.AUTOMATIC;
        assertThat(execute(parameters).warning().orElse("")).doesNotContain("Automatic");
    }

    @Test
    void aClipThatIsTooShortIsLeftOutAndNamed() throws Exception {
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, 1));
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 4, 1));
        assertThat(execute(tiny()).warning()).get().asString()
            .contains("1 of 2 clips for the PAE of fan is left out: ").contains("Row1 has 4 frames");
    }

    @Test
    void theReadersHeldOutRowsAreMeasuredAfterEachEpoch() throws Exception {
        for (int i = 0; i < 4; i++) {
            m_clips.add("fan", i == 3 ? "held-out" : "train", Synthetic.clip("fan", 0.9, 30, i));
        }
        final PaeLearnerNodeParameters parameters = tiny();
        Learning.stoppingOnRows(parameters, 2);
        final DefaultNodeAccess.Executed executed = execute(parameters);
        assertThat(((PaeModelPortObject)executed.objects()[0]).model().provenance().orElseThrow().clips())
            .extracting(Provenance.Clips::count).containsExactly(3);
        assertThat(Executions.rows(executed.objects()[1]))
            .allSatisfy(row -> assertThat(row.getCell(3).isMissing()).as("held-out loss").isFalse());
    }
}
