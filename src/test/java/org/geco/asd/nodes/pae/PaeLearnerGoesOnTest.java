package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.mel.Features;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScoring;
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
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

/** The node when it is cancelled and executed again, when it stops early, and when it starts from a model. */
class PaeLearnerGoesOnTest {

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private BufferedDataTable m_table;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new PaeLearnerNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(Files.createDirectory(m_folder.resolve("data")));
        final ClipTable clips = new ClipTable(m_repository);
        for (int i = 0; i < 3; i++) {
            clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, i));
        }
        m_table = clips.create();
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private PaeLearnerNodeParameters tiny(final boolean checkpoints) {
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
        parameters.m_epochs = Optional.of(4);
        if (checkpoints) {
            Learning.checkpoints(parameters, m_folder.resolve("checkpoints").toString(), 1);
        }
        return parameters;
    }

    private DefaultNodeAccess.Executed execute(final PaeLearnerNodeParameters parameters, final PortObject model,
        final ExecutionContext exec) throws Exception {
        return m_node.execute(parameters, new PortObject[]{m_table, model}, exec);
    }

    private ExecutionContext run() {
        return Executions.context(m_repository);
    }

    private static byte[] model(final DefaultNodeAccess.Executed executed) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final PaeModel model = ((PaeModelPortObject)executed.objects()[0]).model();
        model.with(model.provenance().orElseThrow().repeatable()).write(out);
        return out.toByteArray();
    }

    private static List<String> stopped(final DefaultNodeAccess.Executed executed) {
        final List<DataRow> rows = Executions.rows(executed.objects()[1]);
        return rows.stream().map(row -> Executions.text(row.getCell(5))).toList();
    }

    @Test
    void cancelledAndExecutedAgainItGoesOnToTheSameModel() throws Exception {
        final DefaultNodeAccess.Executed whole = execute(tiny(false), null, run());
        assertThatThrownBy(() -> execute(tiny(true), null, Executions.cancelledAt(m_repository, "epoch 3 of 4")))
            .isInstanceOf(CanceledExecutionException.class);
        final DefaultNodeAccess.Executed again = execute(tiny(true), null, run());
        assertThat(model(again)).isEqualTo(model(whole));
        assertThat(again.warning()).get().asString().contains("taken up again after epoch 2");
        assertThat(stopped(again)).hasSize(4).endsWith("all 4 epochs done").startsWith("? Training went on");
        assertThat(m_folder.resolve("checkpoints")).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsAMessageBeforeTraining() throws Exception {
        final Path file = Files.createFile(m_folder.resolve("a file"));
        final PaeLearnerNodeParameters parameters = tiny(false);
        Learning.checkpoints(parameters, file.toString(), 1);
        assertThatThrownBy(() -> execute(parameters, null, run())).isInstanceOfSatisfying(KNIMEException.class, e -> {
            assertThat(e).hasMessageContaining("Checkpoints cannot be written").hasMessageContaining("a file");
            assertThat(e.getKNIMEMessage().getResolutions()).isNotEmpty();
        });
        Learning.checkpoints(parameters, "", 0);
        assertThatThrownBy(
            () -> m_node.configure(parameters, new PortObjectSpec[]{ClipTable.SPEC, null}))
                .hasMessageContaining("every 0 epochs");
    }

    @Test
    void checkpointsOfOtherSettingsAreAMessageThatSaysWhatDiffers() throws Exception {
        assertThatThrownBy(() -> execute(tiny(true), null, Executions.cancelledAt(m_repository, "epoch 3 of 4")))
            .isInstanceOf(CanceledExecutionException.class);
        final PaeLearnerNodeParameters other = tiny(true);
        Learning.seed(other, 5);
        assertThatThrownBy(() -> execute(other, null, run())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("seed: 0 there, 5 here");
    }

    @Test
    void whenTheTimeIsUpTheModelIsKeptAndTheHistorySaysWhy() throws Exception {
        final PaeLearnerNodeParameters parameters = tiny(false);
        Learning.stopping(parameters, 0, 0, 1e-9);
        final DefaultNodeAccess.Executed executed = execute(parameters, null, run());
        assertThat(((PaeModelPortObject)executed.objects()[0]).model().types().keySet()).containsExactly("fan");
        assertThat(stopped(executed)).singleElement().asString().contains("time budget");
        assertThat(executed.warning()).get().asString().contains("PAE of fan stopped in epoch 1 of 4");
    }

    @Test
    void aModelIsTrainedFurtherIfItIsOfTheSameNetwork() throws Exception {
        final PortObject before = execute(tiny(false), null, run()).objects()[0];
        final DefaultNodeAccess.Executed after = execute(tiny(false), before, run());
        assertThat(model(after)).isNotEqualTo(model(execute(tiny(false), null, run())));
        final PaeLearnerNodeParameters other = tiny(false);
        other.m_network.m_bottleneck = Optional.of(6);
        assertThatThrownBy(() -> execute(other, before, run())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("bottleneck=6");
    }

    @Test
    void aDetectorsFileIsAsGoodAStartAsItsModel() throws Exception {
        final PaeModelPortObject before = (PaeModelPortObject)execute(tiny(false), null, run()).objects()[0];
        final Path file = m_folder.resolve("fans.detector");
        try (OutputStream out = Files.newOutputStream(file)) {
            Detector.of(new Features(before.model().mel(), ChannelChoice.MEAN, 1),
                List.of(new Part.Pae("PAE score", before.model(), PaeScoring.DEFAULT)), List.of(),
                Optional.empty()).write(out);
        }
        final PaeLearnerNodeParameters fromFile = tiny(false);
        Learning.start(fromFile, file.toString());
        assertThat(model(execute(fromFile, null, run()))).isEqualTo(model(execute(tiny(false), before, run())));
    }
}
