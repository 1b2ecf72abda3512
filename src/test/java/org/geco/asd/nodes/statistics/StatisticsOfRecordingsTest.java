package org.geco.asd.nodes.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.cluster.FeatureCells;
import org.geco.asd.cluster.FeatureSettings;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.cluster.FakeSpark;
import org.geco.asd.nodes.cluster.FoundFeatures;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.knime.MixedFolder;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

class StatisticsOfRecordingsTest {
    private static final StatisticsSettings STATISTICS = new StatisticsSettings(List.of(0.0, 0.9), true, false);

    @TempDir
    private Path m_folder;

    private NodeTester m_tester;

    private List<String> m_sounds;

    private PortObject m_clips;

    @BeforeEach
    void make() throws Exception {
        m_tester = new NodeTester(m_folder.resolve("tables"));
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed"));
        m_sounds = new ArrayList<>(folder.all());
        final MissingCell none = new MissingCell("none");
        final List<Object[]> rows = new ArrayList<>();
        m_sounds.forEach(sound -> rows.add(new Object[] {sound, none, none}));
        rows.add(new Object[] {folder.path("train/normal_id_00_00000001.wav"), 0.5, 1.25});
        m_sounds.add(folder.path("train/normal_id_00_00000001.wav") + "#t=0.5,1.25");
        m_clips = m_tester.table(new String[] {"Path", "Start (s)", "End (s)"}, rows.toArray(Object[][]::new));
    }

    @AfterEach
    void close() {
        m_tester.close();
    }

    private Executed statistics(final String source, final PortObject table, final NodeTester.Change change)
        throws Exception {
        return m_tester.execute(new SpectralStatisticsNodeFactory(), model -> {
            model.addString("source", source);
            model.getNodeSettings("statistics").addString("ranks", "0, 0.9");
            change.apply(model);
        }, table);
    }

    /** The vector of each row, every bit, or why there is none. */
    private static List<String> vectors(final Executed executed) {
        return Executions.rows(executed).stream().map(StatisticsOfRecordingsTest::vector).toList();
    }

    private static String vector(final DataRow row) {
        final int last = row.getNumCells() - 1;
        if (!(row.getCell(last) instanceof final CollectionDataValue list)) {
            return Executions.text(row.getCell(last)).replace("No spectrogram: ", "");
        }
        final List<String> texts = new ArrayList<>();
        list.forEach(cell -> texts.add(cell.toString()));
        return texts.toString();
    }

    @Test
    void recordingsHaveTheStatisticsOfTheirSpectrograms() throws Exception {
        final Executed spectrograms =
            m_tester.execute(new LogMelExtractorNodeFactory(), model -> { }, m_clips);

        final Executed found = statistics("RECORDINGS", m_clips, model -> { });

        assertThat(vectors(found)).isEqualTo(vectors(statistics("SPECTROGRAMS", spectrograms.objects()[0],
            model -> { }))).hasSize(m_sounds.size());
        assertThat(found.warning()).isEqualTo(spectrograms.warning().map(text -> text.replace("no spectrogram",
            "no statistics"))).get().asString().contains("5 of 9 clips have no statistics");
    }

    /** With a script in the place of spark-submit, which has the results that this computer finds. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onSparkTheSameVectorsComeFromTheJob() throws Exception {
        final Features features = new Features(MelSettings.PAPER, ChannelChoice.MEAN, AudioFiles.ENOUGH);
        final SpectralStatistics statistics = new SpectralStatistics(STATISTICS);
        final FakeSpark spark = new FakeSpark(m_folder.resolve("fake"), "features.csv", FoundFeatures.lines(features,
            m_sounds, found -> FeatureCells.doubles(Arrays.stream(statistics.of(found).value()).boxed().toList())));
        final Executed here = statistics("RECORDINGS", m_clips,
            model -> model.getNodeSettings("signal").addString("channelMode", "MEAN"));

        final Executed there = statistics("RECORDINGS", m_clips, model -> {
            model.getNodeSettings("signal").addString("channelMode", "MEAN");
            ParametersPersistence.save(spark.place(), model.getNodeSettings("place"));
        });

        assertThat(vectors(there)).isEqualTo(vectors(here)).hasSize(m_sounds.size());
        assertThat(there.warning()).get().asString().startsWith("5 of 9 clips have no statistics");
        assertThat(FeatureSettings.of(spark.given("features.json")))
            .isEqualTo(new FeatureSettings(features, Optional.of(STATISTICS)));
    }

    @Test
    void whatIsNotUsedIsNotAskedFor() throws Exception {
        final PortObject spectrograms =
            m_tester.execute(new LogMelExtractorNodeFactory(), model -> { }, m_clips).objects()[0];
        final NodeTester.Change wrong = model -> {
            model.addString("path", "nowhere");
            model.getNodeSettings("place").addString("runOn", "SPARK");
        };

        assertThat(vectors(statistics("SPECTROGRAMS", spectrograms, wrong))).hasSize(m_sounds.size());

        assertThatThrownBy(() -> statistics("RECORDINGS", spectrograms,
            model -> model.getNodeSettings("place").addString("runOn", "SPARK")))
                .hasMessageContaining("where the job's files go");
        assertThatThrownBy(() -> statistics("RECORDINGS", spectrograms, model -> model.addString("path", "nowhere")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"nowhere\"");
    }
}
