package org.geco.asd.nodes.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.TinyGeco;
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
import org.knime.node.DefaultNodeAccess;

/** The node when it is cancelled and executed again, when it stops early, and when it starts from a model. */
class GecoLearnerGoesOnTest {

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private BufferedDataTable m_table;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new GecoLearnerNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(Files.createDirectory(m_folder.resolve("data")));
        m_table = table(0, 1);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private BufferedDataTable table(final int... machines) {
        final ClipTable clips = new ClipTable(m_repository);
        for (final int machine : machines) {
            for (int i = 0; i < 3; i++) {
                clips.add(TinyGeco.MACHINES.get(machine).type(), TinyGeco.MACHINES.get(machine).id(), "train",
                    TinyGeco.clip(machine, 40, i));
            }
        }
        return clips.create();
    }

    private GecoLearnerNodeParameters tiny(final boolean checkpoints) {
        final GecoLearnerNodeParameters parameters = new GecoLearnerNodeParameters();
        parameters.m_preset = GecoPreset.QUICK;
        parameters.m_epochs = Optional.of(4);
        parameters.m_batchSize = Optional.of(4);
        parameters.m_network.m_baseWidth = Optional.of(2);
        parameters.m_network.m_patchFrames = 20;
        parameters.m_scoring.m_patchesPerClip = 2;
        if (checkpoints) {
            Learning.checkpoints(parameters, m_folder.resolve("checkpoints").toString(), 3);
        }
        return parameters;
    }

    private DefaultNodeAccess.Executed execute(final GecoLearnerNodeParameters parameters, final PortObject model,
        final ExecutionContext exec) throws Exception {
        return m_node.execute(parameters, new PortObject[]{m_table, null, model}, exec);
    }

    private ExecutionContext run() {
        return Executions.context(m_repository);
    }

    private static byte[] model(final DefaultNodeAccess.Executed executed) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final GecoModel model = ((GecoModelPortObject)executed.objects()[0]).model();
        model.with(model.provenance().orElseThrow().repeatable()).write(out);
        return out.toByteArray();
    }

    @Test
    void cancelledAndExecutedAgainItGoesOnToTheSameModel() throws Exception {
        final DefaultNodeAccess.Executed whole = execute(tiny(false), null, run());
        assertThatThrownBy(() -> execute(tiny(true), null, Executions.cancelledAt(m_repository, "Epoch 3 of 4")))
            .isInstanceOf(CanceledExecutionException.class);
        final DefaultNodeAccess.Executed again = execute(tiny(true), null, run());
        assertThat(model(again)).isEqualTo(model(whole));
        assertThat(again.warning()).get().asString().contains("GeCo was taken up again after epoch 2");
        assertThat(Executions.rows(again.objects()[1])).hasSize(4);
        assertThat(m_folder.resolve("checkpoints")).isEmptyDirectory();
    }

    /** Building the network takes seconds: nobody who cancelled should wait for it. */
    @Test
    void cancelledBeforeTheNetworkIsBuiltItDoesNotBuildIt() {
        assertThatThrownBy(
            () -> execute(tiny(true), null, Executions.cancelledAt(m_repository, "Building the network")))
                .isInstanceOf(CanceledExecutionException.class);
        assertThat(m_folder.resolve("checkpoints")).isEmptyDirectory();
    }

    @Test
    void earlyStoppingIsInTheHistoryAndAWarning() throws Exception {
        final GecoLearnerNodeParameters parameters = tiny(false);
        parameters.m_epochs = Optional.of(40);
        Learning.stopping(parameters, 0.3, 1, 0);
        final DefaultNodeAccess.Executed executed = execute(parameters, null, run());
        final var rows = Executions.rows(executed.objects()[1]);
        assertThat(rows).hasSizeBetween(2, 39);
        final DataRow last = rows.get(rows.size() - 1);
        assertThat(Executions.text(last.getCell(11))).contains("no better for 1 epoch").contains("is kept");
        assertThat(last.getCell(8).isMissing()).as("held-out L_CE").isFalse();
        assertThat(executed.warning()).get().asString().contains("of 40: held-out loss no better");
    }

    @Test
    void aModelIsTrainedFurtherWithANewMachine() throws Exception {
        final PortObject before = execute(tiny(false), null, run()).objects()[0];
        m_table = table(0, 1, 2);
        final DefaultNodeAccess.Executed after = execute(tiny(false), before, run());
        assertThat(((GecoModelPortObject)after.objects()[0]).model().machines()).extracting(MachineId::toString)
            .containsExactly("fan 00", "fan 01", "pump 00");
        final GecoLearnerNodeParameters other = tiny(false);
        other.m_network.m_baseWidth = Optional.of(3);
        assertThatThrownBy(() -> execute(other, before, run())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("base width 2");
    }
}
