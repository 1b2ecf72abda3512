package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;

import org.geco.asd.detect.Provenance;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.learn.Learning;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
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
        final DefaultNodeAccess.Executed executed = execute(TinyPae.parameters());
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
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
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
    void withoutTrainingRowsItSaysWhichRowsItLookedFor() {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 30, 1));
        assertThatThrownBy(() -> execute(TinyPae.parameters())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("train");
    }

    @Test
    void whatThePresetAutomaticChoseIsNoWarning() throws Exception {
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 400, 1));
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
        parameters.m_preset = PaePreset.AUTOMATIC;
        assertThat(execute(parameters).warning().orElse("")).doesNotContain("Automatic");
    }

    @Test
    void aClipThatIsTooShortIsLeftOutAndNamed() throws Exception {
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, 1));
        m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 4, 1));
        assertThat(execute(TinyPae.parameters()).warning()).get().asString()
            .contains("1 of 2 clips for the PAE of fan is left out: ").contains("Row1 has 4 frames");
    }

    @Test
    void theReadersHeldOutRowsAreMeasuredAfterEachEpoch() throws Exception {
        for (int i = 0; i < 4; i++) {
            m_clips.add("fan", i == 3 ? "held-out" : "train", Synthetic.clip("fan", 0.9, 30, i));
        }
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
        Learning.stoppingOnRows(parameters, 2);
        final DefaultNodeAccess.Executed executed = execute(parameters);
        assertThat(((PaeModelPortObject)executed.objects()[0]).model().provenance().orElseThrow().clips())
            .extracting(Provenance.Clips::count).containsExactly(3);
        assertThat(Executions.rows(executed.objects()[1]))
            .allSatisfy(row -> assertThat(row.getCell(3).isMissing()).as("held-out loss").isFalse());
    }
}
