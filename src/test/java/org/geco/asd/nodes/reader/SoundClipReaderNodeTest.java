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
            "Path", "Machine type", "Machine ID", "Split", "Label", "Seconds", "Sample rate", "Channels",
            "Recorded at");
        assertThat(Executions.rows(executed)).extracting(row -> Executions.texts(row).subList(0, 8)).containsExactly(
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
    void aChallengesListTellsWhatTheNamesOfItsEvaluationSetDoNot() throws Exception {
        clips("fan/test/section_03_0000.wav", "fan/train/section_03_source_train_normal_0000_n_A.wav");
        final Path list = Files.writeString(m_folder.resolve("eval_data_list_2022.csv"),
            "fan\nsection_03_0000.wav,section_03_target_test_anomaly_0004_n_B.wav\n");
        m_parameters.m_challenge.m_list = Optional.of(list.toString());
        m_parameters.m_challenge.m_domains = true;
        m_parameters.m_recordedAt = RecordedAt.NONE;

        assertThat(Executions.rows(execute(null))).extracting(Executions::texts).containsExactly(
            List.of(path("fan/test/section_03_0000.wav"), "fan", "03", "test", "anomaly", "0.5", "8000", "2", "target",
                "n_B"),
            List.of(path("fan/train/section_03_source_train_normal_0000_n_A.wav"), "fan", "03", "train", "normal",
                "0.5", "8000", "2", "source", "n_A"));
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
    void aLongRecordingBecomesClipsThatStayTogether() throws Exception {
        for (final String machine : List.of("pump7", "fan 2")) {
            for (int day = 1; day <= 5; day++) {
                WavBuilder.write(Path.of(path(machine + "/2026-11-0" + day + "_031500.wav")), seconds(3.4));
            }
        }
        WavBuilder.write(Path.of(path("pump7/2026-11-06_031500.wav")), seconds(0.7));
        m_parameters.m_scheme = NamingSchemeChoice.FOLDERS;
        m_parameters.m_clipLength = Optional.of(1.0);
        final DefaultNodeAccess.Executed executed = execute(null);
        final DataTableSpec spec = ((BufferedDataTable)executed.objects()[0]).getDataTableSpec();
        assertThat(spec.getColumnNames()).endsWith("Start (s)", "End (s)", "Recorded at");
        final List<List<String>> rows = Executions.rows(executed).stream().map(Executions::texts).toList();
        assertThat(rows).hasSize(10 * 3);
        assertThat(rows.get(1)).isEqualTo(List.of(path("fan 2/2026-11-01_031500.wav"), "fan 2", "00",
            rows.get(0).get(3), "normal", "1.0", "8000", "2", "1.0", "2.0", "2026-11-01T03:15:01"));
        rows.stream().collect(Collectors.groupingBy(row -> row.get(0), Collectors.mapping(row -> row.get(3),
            Collectors.toSet()))).values().forEach(splits -> assertThat(splits).hasSize(1));
        assertThat(splits(executed)).containsEntry("held-out", 2 * 3L);
        assertThat(executed.warning()).get().asString()
            .contains("1 of 11 recordings are shorter than a clip and left out", "2026-11-06_031500.wav': 0.7 s")
            .contains("10 of 11 recordings have an end too short for a clip, which is left out", "wav': 0.4 s");
    }

    @Test
    void ofTheOnlyRecordingOfAMachineTheLastClipsAreHeldOut() throws Exception {
        WavBuilder.write(Path.of(path("pump7/monday.wav")), seconds(9.95));
        m_parameters.m_scheme = NamingSchemeChoice.FOLDERS;
        m_parameters.m_clipLength = Optional.of(1.0);
        m_parameters.m_recordedAt = RecordedAt.NAME;
        final List<List<String>> rows = Executions.rows(execute(null)).stream().map(Executions::texts).toList();
        assertThat(rows).extracting(row -> row.get(3)).containsExactly("train", "train", "train", "train", "train",
            "train", "train", "train", "held-out", "held-out");
        assertThat(rows.get(9).subList(8, 11)).containsExactly("9.0", "9.95",
            "? Nothing tells when the recording was made.");
        m_parameters.m_clipLength = Optional.of(20.0);
        assertThatThrownBy(() -> execute(null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("None of the 1 recordings is as long as a clip: ");
        m_parameters.m_clipLength = Optional.of(0.0);
        assertThat(Executions.rows(execute(null))).as("0: every file is a clip").hasSize(1);
        m_parameters.m_clipLength = Optional.of(1.0);
        m_parameters.m_hop = Optional.of(0.5);
        assertThat(Executions.rows(execute(null))).hasSize(19);
    }

    @Test
    void aRateThatDiffersWithinAMachineIsCounted() throws Exception {
        clips("fan/train/normal_id_00_00000000.wav", "fan/train/normal_id_00_00000002.wav");
        WavBuilder.write(Path.of(path("fan/train/normal_id_00_00000001.wav")), new WavBuilder().rate(16000)
            .bytes(4000, 2, i -> new double[]{0.1 * Math.sin(i), 0}));
        assertThat(execute(null).warning()).get().asString().contains(
            "1 of 3 clips have another sample rate than the first of their machine: ", "00000001.wav': 16000 Hz instead"
            + " of 8000");
    }

    private static byte[] seconds(final double seconds) {
        return new WavBuilder().rate(8000).bytes((int)(8000 * seconds), 2, i -> new double[]{0.1 * Math.sin(i), 0});
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
            "pattern", "mimiiNormals", "heldOutShare", "heldOutShare_is_present", "seed", "recordedAt", "clipLength",
            "clipLength_is_present", "hop", "hop_is_present", "challenge");
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
