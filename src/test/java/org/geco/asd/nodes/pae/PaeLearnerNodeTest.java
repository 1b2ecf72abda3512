package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Provenance;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.learn.Learning;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
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
            "windowStride", "windowStride_is_present", "seed", "rates", "stopping", "checkpoints", "device", "network",
            "memoryBudget", "memoryBudget_is_present", "typesAtOnce", "typesAtOnce_is_present",
            "start", "start_is_present");
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
        Learning.stopping(parameters, 1, 0, 0);
        assertRefused(parameters, ClipTable.SPEC, "held-out share is 1");
        Learning.stopping(parameters, 0, 3, 0);
        assertRefused(parameters, ClipTable.SPEC, "no clips are held out");
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
