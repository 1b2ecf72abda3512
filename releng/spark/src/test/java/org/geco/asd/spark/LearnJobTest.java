package org.geco.asd.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.apache.spark.sql.SparkSession;
import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.ClusterTrainer;
import org.geco.asd.cluster.HandedTraining;
import org.geco.asd.cluster.TrainingReport;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.checkpoint.CheckpointSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner's node hands over, trained with all that belongs to Spark in this process. */
class LearnJobTest {
    private static SparkSession spark;

    @TempDir
    Path m_folder;

    private final StringWriter m_told = new StringWriter();

    /** What is heard of a training, as the report has it. */
    private static final class Heard implements TrainingListener {
        private final List<EpochReport> m_epochs = new ArrayList<>();
        private final List<String> m_warnings = new ArrayList<>();

        @Override
        public void epochEnded(final EpochReport report) {
            m_epochs.add(report);
        }

        @Override
        public void warning(final String message) {
            m_warnings.add(message);
        }
    }

    @BeforeAll
    static void start() {
        spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false").getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static PaeSettings settings(final int epochs, final StopRules stop) {
        final PaeSettings settings = MadeUpClips.pae(epochs);
        return settings.with(settings.training().withStop(stop));
    }

    private int learn(final HandedTraining<PaeSettings, PaeModel> training) throws Exception {
        training.write(ClusterMethod.PAE, m_folder, ProgressMonitor.NONE);
        return SparkJob.run(new PrintWriter(m_told, true), "learn", "--method", "PAE", "--training",
            "file:" + m_folder);
    }

    private PaeModel model() throws Exception {
        try (InputStream in = Files.newInputStream(m_folder.resolve(ClusterTrainer.MODEL))) {
            return PaeModel.read(in);
        }
    }

    private TrainingReport report() throws Exception {
        return TrainingReport.read(m_folder.resolve(ClusterTrainer.REPORT));
    }

    /** All but how long it took. */
    private static List<String> texts(final List<EpochReport> epochs) {
        return epochs.stream().map(epoch -> {
            final Map<String, Double> metrics = new LinkedHashMap<>(epoch.metrics());
            metrics.remove(EpochReport.SECONDS);
            return epoch.part() + epoch.epoch() + metrics + epoch.stopped() + epoch.kept();
        }).toList();
    }

    @Test
    void whatIsHandedOverIsTrainedAsHereBitForBit() throws Exception {
        final MadeUpClips clips = new MadeUpClips(List.of("fan", "pump"), 16, 30);
        final PaeSettings settings = settings(4, new StopRules(0.2, 1, 0));
        final Heard heard = new Heard();
        final PaeModel expected = Training.run(new PaeLearner(settings), clips, ProgressMonitor.NONE, heard);

        assertThat(learn(new HandedTraining<>(settings, 1, clips, Optional.empty()))).as(m_told.toString()).isZero();

        assertThat(MadeUpClips.repeatable(model())).isEqualTo(MadeUpClips.repeatable(expected));
        assertThat(texts(report().epochs())).isEqualTo(texts(heard.m_epochs)).hasSizeBetween(4, 8);
        assertThat(report().warnings()).containsExactlyInAnyOrderElementsOf(heard.m_warnings)
            .anySatisfy(warning -> assertThat(warning).contains("pump", "steps only"));
        assertThat(m_told.toString()).contains("2 of 2 networks to train").doesNotContain("steps only");
    }

    @Test
    void severalMembersThatAreTrainedFurtherKeepWhatTheyKnewAndLearnAsHere() throws Exception {
        final PaeModel start = Training.run(new PaeLearner(settings(1, StopRules.NONE).withMembers(2)),
            new MadeUpClips(List.of("fan", "pump", "valve"), 6, 20), ProgressMonitor.NONE, new Heard());
        final MadeUpClips clips = new MadeUpClips(List.of("fan", "gear", "pump"), 12, 30);
        final PaeSettings settings = settings(2, StopRules.NONE).withMembers(2);
        final PaeModel expected = Training.run(new PaeLearner(settings), clips,
            new TrainingOptions<>(Optional.of(start), CheckpointSettings.NONE), ProgressMonitor.NONE, new Heard());

        assertThat(learn(new HandedTraining<>(settings, 1, clips, Optional.of(start)))).as(m_told.toString()).isZero();

        assertThat(MadeUpClips.repeatable(model())).isEqualTo(MadeUpClips.repeatable(expected));
        assertThat(model().types()).containsOnlyKeys("fan", "gear", "pump", "valve")
            .allSatisfy((name, type) -> assertThat(type.members()).hasSize(2));
        assertThat(m_told.toString()).contains("6 of 6 networks to train");
    }

    @Test
    void aNetworkWhoseWorkerWasLostGoesOnFromItsCheckpoint() throws Exception {
        final MadeUpClips clips = new MadeUpClips(List.of("fan", "pump"), 8, 30);
        final PaeSettings settings = settings(4, StopRules.NONE);
        final PaeModel expected =
            Training.run(new PaeLearner(settings), clips, ProgressMonitor.NONE, new Heard());
        final CheckpointSettings checkpoints =
            new CheckpointSettings(Optional.of(m_folder.resolve("checkpoints/PAE+pump")), 1, false);
        try {
            Training.part(new PartName("PAE", "pump"), new PaeLearner(settings), clips,
                new TrainingOptions<>(Optional.empty(), checkpoints), ProgressMonitor.NONE, report -> {
                    if (report.epoch() == 3) {
                        throw new CancellationException("The worker is lost.");
                    }
                });
        } catch (final CancellationException e) {
            assertThat(m_folder.resolve("checkpoints/PAE+pump")).isDirectoryContaining("glob:**.00002.checkpoint");
        }

        assertThat(learn(new HandedTraining<>(settings, 1, clips, Optional.empty()))).as(m_told.toString()).isZero();

        assertThat(MadeUpClips.repeatable(model())).isEqualTo(MadeUpClips.repeatable(expected));
        assertThat(report().epochs()).extracting(EpochReport::part).containsExactly("fan", "fan", "fan", "fan", "pump",
            "pump", "pump", "pump");
        assertThat(report().warnings())
            .anySatisfy(warning -> assertThat(warning).contains("PAE of pump was taken up again after epoch 2"));
    }

    @Test
    void whyAMachineTypeOrAllCannotBeTrainedIsSaid() throws Exception {
        final MadeUpClips shorts = new MadeUpClips(List.of("fan", "pump"), 2, 3);

        assertThat(learn(new HandedTraining<>(settings(1, StopRules.NONE), 1, shorts, Optional.empty()))).isEqualTo(1);

        assertThat(m_told.toString()).contains("None of the 1 clips for the PAE of fan can be trained on: ",
            "Row0 has 3").doesNotContain("PAE of pump");
        assertThat(SparkJob.run(new PrintWriter(m_told, true), "learn", "--method", "KNN", "--training",
            m_folder.toString())).isEqualTo(1);
        assertThat(m_told.toString()).contains("There is no method 'KNN'. Name one of: PAE.");
    }
}
