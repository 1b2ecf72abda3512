package org.geco.asd.nodes.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.knime.ExistingFolder;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

class MachineSoundSimulatorNodeTest {

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new MachineSoundSimulatorNodeFactory());

    private final MachineSoundSimulatorNodeParameters m_parameters = new MachineSoundSimulatorNodeParameters();

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder.resolve("data"));
        m_exec = Executions.context(m_repository);
        m_parameters.m_destination = Destination.FOLDER;
        m_parameters.m_folder = m_folder.resolve("sounds").toString();
        m_parameters.m_types = new String[]{"pump"};
        m_parameters.m_trainClips = 2;
        m_parameters.m_testNormalClips = 1;
        m_parameters.m_testAnomalyClips = 2;
        m_parameters.m_seconds = 0.25;
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    @Test
    void oneWrittenFileARow() throws Exception {
        final DefaultNodeAccess.Executed executed = execute(m_exec);
        final List<DataRow> rows = Executions.rows(executed);
        assertThat(rows).hasSize(10).allSatisfy(row -> assertThat(Path.of(row.getCell(0).toString())).isRegularFile());
        assertThat(Executions.texts(rows.get(0)).subList(1, 6)).containsExactly("pump", "00", "train", "normal",
            "none");
        assertThat(Executions.texts(rows.get(4)).subList(1, 6)).containsExactly("pump", "00", "test", "anomaly",
            "bearing");
        assertThat(executed.warning()).isEmpty();
    }

    @Test
    void replacesItsOwnFolderUnlessToldToFail() throws Exception {
        execute(m_exec);
        execute(m_exec);
        m_parameters.m_ifExists = ExistingFolder.FAIL;
        assertThatThrownBy(() -> execute(m_exec)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("already exists");
        m_parameters.m_ifExists = ExistingFolder.OVERWRITE;
        Files.writeString(m_folder.resolve("sounds/mine.txt"), "");
        assertThatThrownBy(() -> execute(m_exec)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("mine.txt");
    }

    @Test
    void withoutAFolderItWritesToATemporaryOneAndSaysSo() throws Exception {
        m_parameters.m_destination = Destination.TEMPORARY;
        final DefaultNodeAccess.Executed executed = execute(m_exec);
        assertThat(Path.of(Executions.rows(executed).get(0).getCell(0).toString())).isRegularFile();
        assertThat(executed.warning()).get().asString().contains("temporary folder");
    }

    @Test
    void cancellingLeavesNothingBehind() {
        assertThatThrownBy(() -> execute(Executions.cancelled(m_repository, 3)))
            .isInstanceOf(CanceledExecutionException.class);
        assertThat(m_folder.toFile().list()).containsExactly("data");
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() {
        m_parameters.m_types = new String[]{"pump", "toaster"};
        refused("\"toaster\"");
        m_parameters.m_types = new String[]{"pump"};
        m_parameters.m_seconds = 0;
        refused("length of a clip");
        m_parameters.m_seconds = 1;
        m_parameters.m_folder = " ";
        refused("No folder");
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(m_parameters, settings);
        assertThat(settings.keySet())
            .containsExactlyInAnyOrder("destination", "folder", "ifExists", "types", "idsPerType",
            "trainClips", "testNormalClips", "testAnomalyClips", "seconds", "snrDb", "severity", "seed");
    }

    private void refused(final String reason) {
        assertThatThrownBy(() -> m_node.configure(m_parameters, new PortObjectSpec[0]))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(reason);
    }

    private DefaultNodeAccess.Executed execute(final ExecutionContext exec) throws Exception {
        return m_node.execute(m_parameters, new PortObject[0], exec);
    }
}
