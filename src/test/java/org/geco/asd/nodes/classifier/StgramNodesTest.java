package org.geco.asd.nodes.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.WavWriter;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.geco.asd.methods.classifier.ClassifierScorer;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.table.SpectrogramCells;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

/** The network that hears recordings, on files. */
class StgramNodesTest {
    private static final MelSettings MEL = new MelSettings(16000, 1024, 512, 8, 0, 8000);

    private static final DataTableSpec SPEC = new DataTableSpecCreator(ClipTable.SPEC)
        .addColumns(new DataColumnSpecCreator("Path", StringCell.TYPE).createSpec()).createSpec();

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    private BufferedDataContainer m_rows;

    private int m_count;

    private final DefaultNodeAccess m_learner = DefaultNodeAccess.of(new ClassifierLearnerNodeFactory());

    private final DefaultNodeAccess m_predictor = DefaultNodeAccess.of(new ClassifierPredictorNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder.resolve("data"));
        m_exec = SpectrogramCells.context(m_repository);
        m_rows = m_exec.createDataContainer(SPEC);
        for (int i = 0; i < 3; i++) {
            add("fan", "train", 0.05);
            add("pump", "train", 0.15);
        }
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    /** A second of a hum, as a file and its spectrogram. */
    private Path add(final String type, final String split, final double pitch) throws Exception {
        final SplittableRandom random = new SplittableRandom(m_count);
        final short[] samples = new short[16000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short)(3000 * Math.sin(pitch * i) + 300 * random.nextGaussian());
        }
        final Path file = m_folder.resolve("clip" + m_count + ".wav");
        try (OutputStream out = Files.newOutputStream(file)) {
            WavWriter.write(out, samples, 16000);
        }
        m_rows.addRowToTable(new DefaultRow(RowKey.createRowKey((long)m_count), new StringCell(type),
            new StringCell("00"), new StringCell(split),
            SpectrogramCells.cell(m_exec, "clip" + m_count, spectrogram(file)), new StringCell(file.toString())));
        m_count++;
        return file;
    }

    private static float[] samples(final Path file) throws Exception {
        return AudioFiles.read(file, ChannelChoice.single(1), 16000);
    }

    private static Spectrogram spectrogram(final Path file) throws Exception {
        return new LogMelExtractor(MEL).extract(samples(file));
    }

    private static ClassifierLearnerNodeParameters tiny() {
        final ClassifierLearnerNodeParameters parameters = new ClassifierLearnerNodeParameters();
        parameters.m_network = NetworkChoice.STGRAM_MFN;
        parameters.m_preset = ClassifierPreset.QUICK;
        parameters.m_epochs = Optional.of(2);
        parameters.m_batchSize = Optional.of(4);
        parameters.m_sizes.m_width = Optional.of(0.05);
        parameters.m_sizes.m_patchFrames = Optional.of(32);
        return parameters;
    }

    @Test
    void aModelThatHearsScoresTheRecordingsOfTheTestRows() throws Exception {
        final Path heard = add("fan", "test", 0.05);
        final Path gone = add("fan", "test", 0.05);
        final Path changed = add("fan", "test", 0.05);
        m_rows.close();
        final BufferedDataTable clips = m_rows.getTable();
        final PortObject model = m_learner.execute(tiny(), new PortObject[]{clips, null}, m_exec).objects()[0];
        final float[] waveform = samples(heard);
        final Spectrogram spectrogram = spectrogram(heard);
        Files.delete(gone);
        try (OutputStream out = Files.newOutputStream(changed)) {
            WavWriter.write(out, new short[]{1, 2, 3, 4}, 16000);
        }
        final DefaultNodeAccess.Executed scored = m_predictor.execute(new ClassifierPredictorNodeParameters(),
            new PortObject[]{model, clips}, m_exec);
        final List<DataRow> rows = new ArrayList<>();
        ((BufferedDataTable)scored.objects()[0]).forEach(rows::add);
        try (ClassifierScorer scorer = new ClassifierScorer(((ClassifierModelPortObject)model).model())) {
            assertThat(((DoubleValue)rows.get(0).getCell(5)).getDoubleValue()).isPositive().isEqualTo(
                scorer.score(new MachineId("fan", "00"), spectrogram.with(waveform), "a clip").score());
        }
        assertThat(((MissingValue)rows.get(1).getCell(5)).getError()).contains(gone.getFileName().toString());
        assertThat(((MissingValue)rows.get(2).getCell(5)).getError()).contains("is 1 frames long, its spectrogram 32");
        assertThat(scored.warning()).get().asString().startsWith("2 of 3 clips could not be scored");
    }

    @Test
    void aRecordingThatIsGoneStopsTheTrainingWithItsRow() throws Exception {
        final Path gone = add("fan", "train", 0.05);
        m_rows.close();
        Files.delete(gone);
        assertThatThrownBy(() -> m_learner.execute(tiny(), new PortObject[]{m_rows.getTable(), null}, m_exec))
            .hasMessageContaining("Row \"Row6\"").hasMessageContaining(gone.getFileName().toString());
    }

    @Test
    void thePresetIsTheSourcesAndRecordingsAreOnlyNeededForThisNetwork() throws Exception {
        final ClassifierLearnerNodeParameters parameters = new ClassifierLearnerNodeParameters();
        final PortObjectSpec[] withoutPath = {ClipTable.SPEC, null};
        assertThat(m_learner.configure(parameters, withoutPath).specs()[1]).isNotNull();
        parameters.m_network = NetworkChoice.STGRAM_MFN;
        assertThat(m_learner.configure(parameters, new PortObjectSpec[]{SPEC, null}).specs()[1]).isNotNull();
        assertThatThrownBy(() -> m_learner.configure(parameters, withoutPath)).hasMessageContaining("column \"Path\"");
        final ClassifierSettings paper = parameters.settings(1001);
        assertThat(paper.architecture()).isEqualTo(ClassifierSettings.STGRAM_MFN.architecture());
        assertThat(paper.training()).isEqualTo(ClassifierSettings.STGRAM_MFN.training());
        assertThat(paper.head()).isEqualTo(new HeadSettings(HeadSettings.Form.ARC_FACE, 0.7, 30, true, 16));
        assertThat(paper.score()).isEqualTo(ClassifierSettings.Score.NEGATIVE_LOG_PROBABILITY_WITH_MARGIN);
        assertThat(parameters.settings(1000)).isEqualTo(ClassifierSettings.small(Network.STGRAM_MFN, 5));
        parameters.m_epochs = Optional.of(150);
        assertThat(parameters.settings(1001).training().rates()).hasToString("cosine from [10]");
        parameters.m_milestones = Optional.of("50");
        assertThat(parameters.settings(1001).training().rates()).hasToString("a tenth at [50]");
        parameters.m_head = HeadChoice.CHOSEN;
        parameters.m_score = ScoreChoice.DISTANCE;
        assertThat(parameters.settings(1001).head()).isEqualTo(HeadSettings.PAPER);
        assertThat(parameters.settings(1001).score()).isEqualTo(ClassifierSettings.Score.DISTANCE);
    }
}
