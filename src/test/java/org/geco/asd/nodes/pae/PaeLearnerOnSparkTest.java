package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.HandedTraining;
import org.geco.asd.cluster.TrainingReport;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.cluster.FakeSpark;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.learn.Learning;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess;

class PaeLearnerOnSparkTest {

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

    /** With a script in the place of spark-submit, which has what this computer learns. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onSparkTheJobIsGivenTheClipsAndWhatItLearnsIsTheNodes() throws Exception {
        for (int i = 0; i < 4; i++) {
            m_clips.add("fan", i == 3 ? "held-out" : "train", Synthetic.clip("fan", 0.9, 30, i));
            m_clips.add("pump", i == 0 ? "held-out" : "train", Synthetic.clip("pump", 0.9, 31, i));
        }
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
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
        assertThat(given.settings()).isEqualTo(parameters.settings(8, 4));
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
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
        parameters.m_place = new FakeSpark(m_folder, "nothing", List.of()).place();
        assertThat(TinyPae.configure(parameters).specs()[1]).isNotNull();
        Learning.checkpoints(parameters, "here", 1);
        TinyPae.assertRefused(parameters, "A checkpoint folder is set");
        Learning.checkpoints(parameters, "", 1);
        Learning.stopping(parameters, 0.2, 3, 5);
        TinyPae.assertRefused(parameters, "A time budget is set");
        Learning.stopping(parameters, 0.2, 3, 0);
        parameters.m_typesAtOnce = Optional.of(2);
        TinyPae.assertRefused(parameters, "2 machine types are to be trained at once");
    }
}
