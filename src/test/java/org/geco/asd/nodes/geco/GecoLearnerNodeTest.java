package org.geco.asd.nodes.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Training;
import org.geco.asd.methods.geco.TinyGeco;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.pae.PaeModelPortObject;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess;

class GecoLearnerNodeTest {

    private static PaeModel pae;

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new GecoLearnerNodeFactory());

    @BeforeAll
    static void trainPae() throws Exception {
        pae = Training.run(new PaeLearner(Synthetic.settings(1, 1)), TinyGeco.source(), ProgressMonitor.NONE,
            report -> { });
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

    private static GecoLearnerNodeParameters tiny() {
        final GecoLearnerNodeParameters parameters = new GecoLearnerNodeParameters();
        parameters.m_preset = GecoPreset.QUICK;
        parameters.m_epochs = Optional.of(4);
        parameters.m_batchSize = Optional.of(4);
        parameters.m_network.m_baseWidth = Optional.of(2);
        parameters.m_network.m_patchFrames = 20;
        parameters.m_scoring.m_patchesPerClip = 2;
        return parameters;
    }

    /** Two training clips of each machine, and one that is not for training. */
    private void addMachines() {
        for (int machine = 0; machine < TinyGeco.MACHINES.size(); machine++) {
            final String type = TinyGeco.MACHINES.get(machine).type();
            final String id = TinyGeco.MACHINES.get(machine).id();
            m_clips.add(type, id, "train", TinyGeco.clip(machine, 40, 1));
            m_clips.add(type, id, "train", TinyGeco.clip(machine, 33, 2));
            m_clips.add(type, "test only", "test", TinyGeco.clip(machine, 40, 3));
        }
    }

    private DefaultNodeAccess.Executed execute(final GecoLearnerNodeParameters parameters, final boolean withPae)
        throws Exception {
        final PortObject model = withPae ? new PaeModelPortObject(pae, m_clips.exec()) : null;
        return m_node.execute(parameters, new PortObject[]{m_clips.create(), model, null}, m_clips.exec());
    }

    private static List<DataRow> history(final DefaultNodeAccess.Executed executed) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = ((BufferedDataTable)executed.objects()[1]).iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static double number(final DataRow row, final int column) {
        return ((DoubleValue)row.getCell(column)).getDoubleValue();
    }

    @Test
    void trainsOnTheTrainingRowsWithThePaeAndReportsEveryEpoch() throws Exception {
        addMachines();
        m_clips.add("fan", "00", "train", null);
        final DefaultNodeAccess.Executed executed = execute(tiny(), true);
        final GecoModelPortObject model = (GecoModelPortObject)executed.objects()[0];
        assertThat(model.model().machines()).isEqualTo(TinyGeco.MACHINES);
        assertThat(model.model().withPae()).isTrue();
        assertThat(model.getSpec().machines()).isEqualTo(TinyGeco.MACHINES);
        assertThat(model.getSummary()).contains("fan 01").contains("4 epochs");
        final List<DataRow> rows = history(executed);
        assertThat(rows).extracting(row -> row.getCell(1).toString()).containsExactly("1", "2", "3", "4");
        assertThat(rows).allSatisfy(row -> assertThat(row.getCell(8).isMissing()).as("nothing is held out").isTrue());
        assertThat(rows).extracting(row -> row.stream().filter(DataCell::isMissing).count())
            .containsExactly(2L, 2L, 2L, 1L);
        assertThat(rows.get(3).getCell(11)).hasToString("all 4 epochs done");
        assertThat(rows).extracting(row -> number(row, 2)).as("λ: from a quarter to three quarters")
            .containsExactly(0.0, 0.0, 5.0, 10.0);
        assertThat(executed.warning()).get().asString().contains("1 of 7 rows").contains("The file is empty")
            .doesNotContain("baseline");
    }

    @Test
    void withoutPaeItTrainsTheBaselineAndWarns() throws Exception {
        addMachines();
        final DefaultNodeAccess.Executed executed = execute(tiny(), false);
        assertThat(((GecoModelPortObject)executed.objects()[0]).model().withPae()).isFalse();
        assertThat(((GecoModelPortObject)executed.objects()[0]).getSummary()).contains("plain ResNet-18");
        assertThat(executed.warning()).get().asString().contains("No PAE model is connected").contains("baseline");
        assertThat(history(executed)).allSatisfy(row -> {
            assertThat(number(row, 3)).as("L_CE").isPositive();
            assertThat(row.getCell(4).isMissing()).as("L_con").isTrue();
        });
    }

    @Test
    void fewStepsAtThePapersRateAreAWarning() throws Exception {
        addMachines();
        final GecoLearnerNodeParameters parameters = tiny();
        parameters.m_preset = GecoPreset.PAPER;
        assertThat(execute(parameters, true).warning()).get().asString().contains("2 steps")
            .contains("preset for small data");
    }

    private void assertFails(final boolean withPae, final String... what) {
        assertThatThrownBy(() -> execute(tiny(), withPae)).isInstanceOfSatisfying(KNIMEException.class,
            e -> assertThat(e.getMessage() + e.getKNIMEMessage().getResolutions()).contains(what));
    }

    @Test
    void oneMachineOnlyIsExplained() {
        m_clips.add("fan", "00", "train", TinyGeco.clip(0, 40, 1));
        m_clips.add("fan", "01", "test", TinyGeco.clip(1, 40, 1));
        assertFails(false, "fan 00", "at least one more machine");
    }

    @Test
    void withoutTrainingRowsItSaysWhichRowsItLookedFor() {
        m_clips.add("fan", "00", "test", TinyGeco.clip(0, 40, 1));
        assertFails(false, "train");
    }

    @Test
    void aClipThatIsTooShortIsLeftOutAndNamed() throws Exception {
        addMachines();
        m_clips.add("fan", "00", "train", TinyGeco.clip(0, 19, 1));
        assertThat(execute(tiny(), false).warning()).get().asString().contains("1 of 7 clips for GeCo is left out: ")
            .contains("Row9 has 19 frames");
    }

    @Test
    void aMachineTypeWithoutPaeIsNamed() {
        addMachines();
        m_clips.add("valve", "00", "train", TinyGeco.clip(0, 40, 1));
        assertFails(true, "valve");
    }
}
