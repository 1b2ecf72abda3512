package org.geco.asd.nodes.logmel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.cluster.FeatureCells;
import org.geco.asd.cluster.FeatureSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Features;
import org.geco.asd.nodes.cluster.FakeSpark;
import org.geco.asd.nodes.cluster.FoundFeatures;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.knime.MixedFolder;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.nodes.table.SpectrogramCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess;

class LogMelOnSparkTest {

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

    /** With a script in the place of spark-submit, which has the results that this computer finds. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onSparkTheSameCellsAndWarningsComeFromTheJob() throws Exception {
        final MixedFolder folder = new MixedFolder(m_folder.resolve("mixed"));
        final String good = folder.path("train/normal_id_00_00000001.wav");
        final List<String> sounds = new ArrayList<>(folder.all());
        sounds.add(good);
        final MissingCell none = new MissingCell("none");
        final NewTable table = new NewTable(m_exec, new DataTableSpec(NewTable.text("Path"),
            NewTable.number("Start (s)"), NewTable.number("End (s)")));
        sounds.forEach(sound -> table.add(sound, none, none));
        table.add(none, 0.0, 1.0);
        table.add(good, 0.5, 1.25);
        sounds.add(good + "#t=0.5,1.25");
        final BufferedDataTable clips = table.closed();
        m_parameters.m_signal.m_leastShare = 0.4;
        final Features features = m_parameters.m_signal.features(m_parameters.m_mel.settings());
        final DefaultNodeAccess.Executed here = m_node.execute(m_parameters, new PortObject[]{clips}, m_exec);
        final FakeSpark spark = new FakeSpark(m_folder.resolve("fake"), "features.csv", FoundFeatures.lines(features,
            sounds, found -> FeatureCells.floats(FoundFeatures.boxed(found.values()))));
        m_parameters.m_place = spark.place();

        final DefaultNodeAccess.Executed there =
            m_node.execute(m_parameters, new PortObject[]{clips}, SpectrogramCells.context(m_repository));

        assertThat(Executions.rows(there)).extracting(LogMelOnSparkTest::told)
            .containsExactlyElementsOf(Executions.rows(here).stream().map(LogMelOnSparkTest::told).toList());
        assertThat(((BufferedDataTable)there.objects()[0]).getDataTableSpec())
            .isEqualTo(((BufferedDataTable)here.objects()[0]).getDataTableSpec());
        assertThat(there.warning()).isEqualTo(here.warning()).get().asString()
            .contains("5 of 11 clips have no spectrogram", "1 of 11 clips are cut off and used");
        assertThat(FeatureSettings.of(spark.given("features.json")))
            .isEqualTo(new FeatureSettings(features, Optional.empty()));
        assertThat(spark.given("clips.csv").lines()).hasSize(1 + sounds.size()).contains(good + ",,");
        assertThat(m_folder.resolve("fake/shared")).isEmptyDirectory();
    }

    /** Key and cells of a row, of a spectrogram every bit. */
    private static List<Object> told(final DataRow row) {
        final List<Object> told = new ArrayList<>(List.of(row.getKey().getString()));
        row.forEach(cell -> told.add(cell instanceof final SpectrogramValue value ? spectrogram(value)
            : Executions.text(cell)));
        return told;
    }

    private static Object spectrogram(final SpectrogramValue value) {
        try {
            return List.of(value.getMelSettings(), value.getChannel(),
                FoundFeatures.boxed(value.getSpectrogram().values()));
        } catch (final AsdException e) {
            throw new AssertionError(e);
        }
    }
}
