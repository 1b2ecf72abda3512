package org.geco.asd.nodes.logmel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.WavBuilder;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.knime.MixedFolder;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.nodes.table.SpectrogramCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.embedded.data.DataRepository;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

class LogMelExtractorNodeTest {

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    private final DefaultNodeAccess m_node = DefaultNodeAccess.of(new LogMelExtractorNodeFactory());

    private final LogMelExtractorNodeParameters m_parameters = new LogMelExtractorNodeParameters();

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder.resolve("data"));
        m_exec = SpectrogramCells.context(m_repository);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    @Test
    void goodClipsGetTheirSpectrogramBadOnesTheirReasonAndOneWarningCountsThem() throws Exception {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed"));
        final DefaultNodeAccess.Executed executed = execute(folder.all());
        int good = 0;
        for (final DataRow row : Executions.rows(executed)) {
            final String path = row.getCell(0).toString();
            if (folder.bad().containsKey(path)) {
                assertThat(Executions.text(row.getCell(1))).startsWith("? ").contains(folder.bad().get(path), path);
            } else {
                final SpectrogramValue cell = (SpectrogramValue)row.getCell(1);
                assertThat(cell.getFrames()).isEqualTo(63);
                assertThat(cell.getSpectrogram()).isNotNull();
                good++;
            }
        }
        assertThat(good).isEqualTo(3);
        assertThat(executed.warning()).get().asString().startsWith("5 of 8 clips have no spectrogram: ")
            .contains("is cut off").contains("normal_id_00_00000000.wav");
    }

    @Test
    void theCellHoldsWhatTheExtractorComputes() throws Exception {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed"));
        final String stereo = folder.path("train/normal_id_00_00000001.wav");
        m_parameters.m_signal.m_channelMode = ChannelMode.SINGLE;
        m_parameters.m_mel.m_sampleRate = 8000;
        m_parameters.m_mel.m_windowLength = WindowLength.SAMPLES_512;
        m_parameters.m_mel.m_hop = 128;
        m_parameters.m_mel.m_mels = 40;
        m_parameters.m_mel.m_fMin = 50;
        m_parameters.m_mel.m_fMax = 3500;
        final MelSettings settings = new MelSettings(8000, 512, 128, 40, 50, 3500);
        final SpectrogramValue cell = (SpectrogramValue)Executions.rows(execute(List.of(stereo))).get(0).getCell(1);
        assertThat(cell.getMelSettings()).isEqualTo(settings);
        assertThat(cell.getSpectrogram().values()).isEqualTo(new LogMelExtractor(settings)
            .extract(AudioFiles.read(Path.of(stereo), ChannelChoice.single(1), 8000)).values());
    }

    @Test
    void aSectionHasTheSpectrogramOfAFileWithItsSamplesAlone() throws Exception {
        final Random random = new Random(3);
        final float[] noise = new float[64000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float)(0.1 * random.nextGaussian());
        }
        final String all = WavBuilder.write(m_folder.resolve("all.wav"), new WavBuilder().mono(noise)).toString();
        final String part = WavBuilder.write(m_folder.resolve("part.wav"),
            new WavBuilder().mono(Arrays.copyOfRange(noise, 16000, 40000))).toString();
        final NewTable table = new NewTable(m_exec, new DataTableSpec(NewTable.text("Path"),
            NewTable.number("Start (s)"), NewTable.number("End (s)")));
        table.add(all, 1.0, 2.5);
        table.add(part, new MissingCell("not cut"), new MissingCell("not cut"));
        table.add(all, 3.0, 9.0);
        final DefaultNodeAccess.Executed executed =
            m_node.execute(m_parameters, new PortObject[]{table.closed()}, m_exec);
        final List<DataRow> rows = Executions.rows(executed);
        assertThat(((SpectrogramValue)rows.get(0).getCell(3)).getSpectrogram().values())
            .isEqualTo(((SpectrogramValue)rows.get(1).getCell(3)).getSpectrogram().values());
        assertThat(executed.warning()).get().asString()
            .contains("1 of 3 clips are the same sound as another one: '" + all + "#t=1,2.5' and '" + part + "'")
            .doesNotContain("clipped", "offset", "empty upper");
    }

    @Test
    void suspiciousSoundsAreUsedAndCounted() throws Exception {
        final Random random = new Random(3);
        final String clipped = WavBuilder.write(m_folder.resolve("loud.wav"), new WavBuilder().bytes(16000, 1,
            i -> new double[]{Math.max(-1, Math.min(1, 0.5 * random.nextGaussian()))})).toString();
        final String offset = WavBuilder.write(m_folder.resolve("offset.wav"), new WavBuilder().bytes(16000, 1,
            i -> new double[]{0.2 + 0.05 * random.nextGaussian()})).toString();
        final String slow = WavBuilder.write(m_folder.resolve("slow.wav"), new WavBuilder().rate(8000).bytes(8000, 1,
            i -> new double[]{0.05 * random.nextGaussian()})).toString();
        final String hum = WavBuilder.write(m_folder.resolve("hum.wav"), new WavBuilder().bytes(16000, 1,
            i -> new double[]{0.5 * Math.sin(i * 0.3) + 0.0003 * random.nextGaussian()})).toString();
        final DefaultNodeAccess.Executed executed = execute(List.of(clipped, offset, slow, hum));
        assertThat(Executions.rows(executed)).noneMatch(row -> row.getCell(1).isMissing());
        assertThat(executed.warning()).get().asString()
            .containsPattern("1 of 4 clips are clipped: .*loud.wav': 4.\\d % of its samples are at full scale")
            .containsPattern("1 of 4 clips have a DC offset: .*offset.wav': its mean is 20.\\d % of full scale")
            .containsPattern("1 of 4 clips have empty upper bands, .*slow.wav': nothing above (3[5-9]|4[0-2])\\d\\d Hz")
            .doesNotContain("same sound");
    }

    @Test
    void aClipThatIsCutOffIsUsedIfTheUserSaysThatItIsEnough() throws Exception {
        final String path = new MixedFolder(m_folder.resolve("mixed")).path("test/normal_id_00_00000000.wav");
        m_parameters.m_signal.m_leastShare = 0.4;
        final DefaultNodeAccess.Executed executed = execute(List.of(path));
        assertThat(((SpectrogramValue)Executions.rows(executed).get(0).getCell(1)).getFrames()).isEqualTo(30);
        assertThat(executed.warning()).get().asString()
            .startsWith("1 of 1 clips are cut off and used as far as they go: '" + path);
    }

    @Test
    void missingPathsAndMissingChannelsAreBadClips() throws Exception {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed"));
        m_parameters.m_signal.m_channelMode = ChannelMode.SINGLE;
        m_parameters.m_signal.m_channel = 5;
        final List<DataRow> rows = Executions.rows(execute(java.util.Arrays.asList(null,
            folder.path("train/normal_id_00_00000001.wav"), folder.path("train/normal_id_00_00000002.wav"))));
        assertThat(Executions.text(rows.get(0).getCell(1))).contains("Row \"Row0\" has no path");
        assertThat(Executions.text(rows.get(1).getCell(1))).contains("has 2 channels: there is no channel 5");
        assertThat(rows.get(2).getCell(1)).isInstanceOf(SpectrogramValue.class);
    }

    @Test
    void fileUrlsArePathsToo() throws Exception {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed folder"));
        final String url = Path.of(folder.path("train/normal_id_00_00000000.wav")).toUri().toString();
        assertThat(url).startsWith("file:").contains("%20");
        assertThat(Executions.rows(execute(List.of(url))).get(0).getCell(1)).isInstanceOf(SpectrogramValue.class);
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() throws Exception {
        assertThat(((DataTableSpec)m_node.configure(m_parameters, specs()).specs()[0]).getColumnNames())
            .containsExactly("Path", "Log-Mel");
        refused("column \"Nowhere\"", Map.of("path", "Nowhere"));
        final MelParameters tooHigh = new MelParameters();
        tooHigh.m_fMax = 9000;
        refused("highest frequency is 9000 Hz", Map.of("mel", tooHigh));
        final SignalParameters wrong = new SignalParameters();
        wrong.m_leastShare = 1.5;
        refused("least share of a cut-off recording is 1.5", Map.of("signal", wrong));
        final MelParameters still = new MelParameters();
        still.m_hop = 0;
        refused("hop length is 0", Map.of("mel", still));
        final SignalParameters none = new SignalParameters();
        none.m_channel = 0;
        refused("no channel number 0", Map.of("signal", none));
        refused("already has a column \"Path\"", Map.of("newColumn", "Path"));
        refused("has no name", Map.of("newColumn", " "));
    }

    @Test
    void canBeCancelled() {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed"));
        final BufferedDataTable table = Executions.texts(m_exec, "Path", folder.all());
        assertThatThrownBy(() -> m_node.execute(m_parameters, new PortObject[]{table},
            Executions.cancelled(m_repository, 2))).isInstanceOf(CanceledExecutionException.class);
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(m_parameters, settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("path", "newColumn", "signal", "mel", "place");
        assertThat(settings.getNodeSettings("mel").keySet()).containsExactlyInAnyOrder("sampleRate", "windowLength",
            "hop", "mels", "fMin", "fMax");
    }

    private void refused(final String reason, final Map<String, Object> settings) throws Exception {
        final LogMelExtractorNodeParameters fresh = new LogMelExtractorNodeParameters();
        for (final Map.Entry<String, Object> setting : settings.entrySet()) {
            final var field = LogMelExtractorNodeParameters.class.getDeclaredField("m_" + setting.getKey());
            field.set(fresh, setting.getValue());
        }
        assertThatThrownBy(() -> m_node.configure(fresh, specs())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(reason);
    }

    private PortObjectSpec[] specs() {
        return new PortObjectSpec[]{Executions.texts(m_exec, "Path", List.of()).getDataTableSpec()};
    }

    private DefaultNodeAccess.Executed execute(final List<String> paths) throws Exception {
        return m_node.execute(m_parameters, new PortObject[]{Executions.texts(m_exec, "Path", paths)}, m_exec);
    }
}
