package org.geco.asd.nodes.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.geco.asd.audio.WavBuilder;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.knime.MixedFolder;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

class SoundClipReaderNodeTest {

    private static final byte[] CLIP =
        new WavBuilder().rate(8000).bytes(4000, 2, i -> new double[]{0.1 * Math.sin(i), 0});

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new SoundClipReaderNodeFactory());

    private final SoundClipReaderNodeParameters m_parameters = new SoundClipReaderNodeParameters();

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder.resolve("data"));
        m_exec = Executions.context(m_repository);
        m_parameters.m_folder = m_folder.resolve("set").toString();
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    @Test
    void oneClipARowSortedByPath() throws Exception {
        m_parameters.m_heldOutShare = Optional.empty();
        clips("pump/train/normal_id_02_00000000.wav", "fan/test/anomaly_id_00_00000000.wav",
            "fan/test/id_00_00000007.wav");
        final DefaultNodeAccess.Executed executed = execute(null);
        assertThat(((BufferedDataTable)executed.objects()[0]).getDataTableSpec().getColumnNames()).containsExactly(
            "Path", "Machine type", "Machine ID", "Split", "Label", "Seconds", "Sample rate", "Channels");
        assertThat(Executions.rows(executed)).extracting(Executions::texts).containsExactly(
            List.of(path("fan/test/anomaly_id_00_00000000.wav"), "fan", "00", "test", "anomaly", "0.5", "8000", "2"),
            List.of(path("fan/test/id_00_00000007.wav"), "fan", "00", "test", "? The file name has no label.", "0.5",
                "8000", "2"),
            List.of(path("pump/train/normal_id_02_00000000.wav"), "pump", "02", "train", "normal", "0.5", "8000",
                "2"));
        assertThat(executed.warning()).isEmpty();
    }

    @Test
    void badHeadersAreMissingWithTheirReasonAndCountedOnce() throws Exception {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("set"));
        WavBuilder.write(m_folder.resolve("set/fan/notes.wav"), CLIP);
        final DefaultNodeAccess.Executed executed = execute(null);
        final Map<String, DataRow> rows = new TreeMap<>();
        Executions.rows(executed).forEach(row -> rows.put(row.getCell(0).toString(), row));
        assertThat(rows.keySet()).containsExactlyElementsOf(folder.all());
        rows.forEach((path, row) -> {
            assertThat(row.getCell(5).isMissing()).isEqualTo(folder.badHeaders().contains(path));
            if (row.getCell(5).isMissing()) {
                assertThat(Executions.text(row.getCell(6))).contains(folder.bad().get(path));
            }
        });
        assertThat(executed.warning()).get().asString()
            .startsWith("1 sound file is left out, named differently from DCASE 2020").contains("notes.wav")
            .contains("2 of 8 clips have no readable header").contains("is empty")
            .contains("1 of 8 clips are cut off: ")
            .contains("promises 32000 samples (2.0 s), but only 14978 (0.9 s) are there");
    }

    @Test
    void readsTheFilesOfAConnectedTable() throws Exception {
        clips("fan/train/normal_id_00_00000000.wav", "fan/train/normal_id_00_00000001.wav",
            "fan/train/normal_id_00_00000002.wav");
        m_parameters.m_folder = "";
        final List<DataRow> rows = Executions.rows(execute(Executions.texts(m_exec, "Path", java.util.Arrays.asList(
            path("fan/train/normal_id_00_00000002.wav"), null, path("fan/train/normal_id_00_00000000.wav")))));
        assertThat(rows).extracting(row -> row.getCell(0).toString()).containsExactly(
            path("fan/train/normal_id_00_00000000.wav"), path("fan/train/normal_id_00_00000002.wav"));
    }

    @Test
    void aFifthOfEachMachinesTrainingClipsIsHeldOutUnlessTheUserSaysOtherwise() throws Exception {
        for (int i = 0; i < 10; i++) {
            clips("fan/train/normal_id_00_0000000" + i + ".wav", "fan/test/normal_id_00_0000000" + i + ".wav");
        }
        clips("pump/train/normal_id_02_00000000.wav");
        final DefaultNodeAccess.Executed executed = execute(null);
        assertThat(splits(executed)).containsEntry("held-out", 2L).containsEntry("train", 9L)
            .containsEntry("test", 10L);
        assertThat(executed.warning()).get().asString().contains("pump 02");
        m_parameters.m_heldOutShare = Optional.of(1.0);
        refused(null, "held-out share is 1.0");
        m_parameters.m_heldOutShare = Optional.empty();
        assertThat(splits(execute(null))).doesNotContainKey("held-out").containsEntry("train", 11L);
    }

    private static Map<String, Long> splits(final DefaultNodeAccess.Executed executed) {
        return Executions.rows(executed).stream().map(row -> row.getCell(3).toString())
            .collect(Collectors.groupingBy(split -> split, Collectors.counting()));
    }

    @Test
    void readsAnOwnPattern() throws Exception {
        clips("press/B7/ok1.wav", "press/B7/faulty1.wav");
        m_parameters.m_scheme = NamingSchemeChoice.PATTERN;
        m_parameters.m_pattern = "^(?<type>\\w+)/(?<id>\\w+)/(?<label>ok|faulty)";
        assertThat(Executions.rows(execute(null))).extracting(row -> Executions.texts(row).subList(1, 5))
            .containsExactly(List.of("press", "B7", "test", "anomaly"), List.of("press", "B7", "train", "normal"));
    }

    @Test
    void saysWhatIsWrongBeforeExecution() throws Exception {
        m_parameters.m_folder = " ";
        refused(null, "No folder is chosen");
        m_parameters.m_scheme = NamingSchemeChoice.PATTERN;
        m_parameters.m_pattern = "(";
        refused(null, "not a regular expression");
        m_parameters.m_scheme = NamingSchemeChoice.AUTOMATIC;
        refused(Executions.texts(m_exec, "Other", List.of()).getDataTableSpec(), "There is no column \"Path\"");
    }

    @Test
    void saysWhatIsWrongWithTheFolder() throws Exception {
        assertThatThrownBy(() -> execute(null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("no existing folder");
        Files.createDirectories(m_folder.resolve("set"));
        assertThatThrownBy(() -> execute(null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("holds no sound files");
        clips("a.wav");
        assertThatThrownBy(() -> execute(null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("None of the 1 sound files").hasMessageContaining("a.wav");
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(m_parameters, settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("folder", "path", "scheme", "example", "clips",
            "pattern", "mimiiNormals", "heldOutShare", "heldOutShare_is_present", "seed");
    }

    private void refused(final DataTableSpec spec, final String reason) {
        assertThatThrownBy(() -> m_node.configure(m_parameters, new PortObjectSpec[]{spec}))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(reason);
    }

    private DefaultNodeAccess.Executed execute(final PortObject table) throws Exception {
        return m_node.execute(m_parameters, new PortObject[]{table}, m_exec);
    }

    private String path(final String name) {
        return m_folder.resolve("set").resolve(name).toString();
    }

    private void clips(final String... names) {
        for (final String name : names) {
            WavBuilder.write(Path.of(path(name)), CLIP);
        }
    }
}
