package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.geco.asd.methods.pae.Synthetic.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.Parts;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaeResumeTest {

    private static final int EPOCHS = 6;

    private static final ClipSource CLIPS = Synthetic.source(4, "fan", "pump");

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    private static PaeSettings settings(final StopRules stop) {
        return new PaeSettings(Synthetic.TINY, TrainingSettings.of(EPOCHS, 16, 1e-2,
            new RateCourse(RateCourse.Shape.COSINE, List.of(), 2)).withStop(stop).withSeed(7), 1, 1);
    }

    private PaeModel train(final PaeSettings settings, final TrainingOptions<PaeModel> options,
        final ProgressMonitor progress) throws AsdException {
        return Training.run(new PaeLearner(settings), CLIPS, options, progress, m_log);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(m_folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The second type is cancelled in the middle of an epoch, the first is done by then. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aCancelledTrainingEndsAsIfItHadNotBeen(final int every) throws Exception {
        final PaeSettings settings = settings(new StopRules(0.3, 3, 0));
        final byte[] whole = bytes(train(settings, TrainingOptions.none(), ProgressMonitor.NONE));
        final List<EpochReport> history = List.copyOf(m_log.history());
        m_log.history().clear();
        assertThatThrownBy(() -> train(settings, Interruption.checkpoints(m_folder, every),
            Interruption.cancelAt("PAE of pump: epoch 3", 2))).isInstanceOf(CancellationException.class);
        assertThat(files()).anyMatch(name -> name.startsWith("pae-fan."))
            .contains("pae-pump.00002.checkpoint").noneMatch(name -> name.endsWith(".part"));
        m_log.history().clear();
        m_log.warnings().clear();
        final byte[] resumed = bytes(
            train(settings, Interruption.checkpoints(m_folder, every), Interruption.cancelAt("PAE of fan", 1)));
        assertThat(resumed).isEqualTo(whole);
        assertThat(m_log.history()).isEqualTo(history);
        assertThat(m_log.warnings()).anyMatch(w -> w.contains("the PAE of pump was taken up again after epoch 2"));
        assertThat(files()).as("a finished training leaves nothing").isEmpty();
    }

    /** Both seeds' trainings are in one folder; executed again, no epoch begins. */
    @Test
    void aTrainingThatIsKeptIsNotTrainedAgain() throws Exception {
        final PaeSettings settings = settings(new StopRules(0.3, 3, 0));
        final byte[] whole = bytes(train(settings, Interruption.kept(m_folder), ProgressMonitor.NONE));
        final List<EpochReport> history = List.copyOf(m_log.history());
        final byte[] other = bytes(
            train(Synthetic.settings(EPOCHS, 8), Interruption.kept(m_folder), ProgressMonitor.NONE));
        m_log.history().clear();
        m_log.warnings().clear();
        final ProgressMonitor never = Interruption.cancelAt("PAE of", 1);
        assertThat(bytes(train(settings, Interruption.kept(m_folder), never))).isEqualTo(whole);
        assertThat(m_log.history()).isEqualTo(history);
        assertThat(m_log.warnings()).contains(
            "The training of the PAE of pump was complete: what it learned was found in the checkpoint folder.");
        assertThat(bytes(train(Synthetic.settings(EPOCHS, 8), Interruption.kept(m_folder), never)))
            .isEqualTo(other).isNotEqualTo(whole);
    }

    @Test
    void aTornCheckpointCostsAnEpochAndNotTheTraining() throws Exception {
        final PaeSettings settings = settings(StopRules.NONE);
        final byte[] whole = bytes(train(settings, TrainingOptions.none(), ProgressMonitor.NONE));
        assertThatThrownBy(() -> train(settings, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("PAE of fan: epoch 4", 1))).isInstanceOf(CancellationException.class);
        final Path newest = m_folder.resolve("pae-fan.00003.checkpoint");
        final byte[] content = Files.readAllBytes(newest);
        content[content.length / 2] ^= 1;
        Files.write(newest, content);
        m_log.warnings().clear();
        final PaeModel resumed =
            train(settings, Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE);
        assertThat(bytes(resumed)).isEqualTo(whole);
        assertThat(m_log.warnings()).anyMatch(w -> w.contains("00003.checkpoint is damaged"))
            .anyMatch(w -> w.contains("after epoch 2"));
    }

    @Test
    void otherSettingsOrClipsDoNotGoOnFromACheckpoint() throws Exception {
        assertThatThrownBy(() -> train(settings(StopRules.NONE), Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("PAE of fan: epoch 3", 1))).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> train(Synthetic.settings(EPOCHS, 8), Interruption.checkpoints(m_folder, 1),
            ProgressMonitor.NONE)).isInstanceOf(AsdException.class).hasMessageContaining("seed: 7 there, 8 here")
                .hasMessageContaining("cosine");
        assertThatThrownBy(() -> Training.run(new PaeLearner(settings(StopRules.NONE)), Synthetic.source(3, "fan"),
            Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE, m_log)).isInstanceOf(AsdException.class)
                .hasMessageContaining("training clips: 4 there, 3 here");
    }

    @Test
    void clipsInAnotherOrderDoNotGoOnFromACheckpoint() throws Exception {
        final ClipSource clips = Synthetic.sameLength(4, "fan");
        assertThatThrownBy(() -> Training.run(new PaeLearner(settings(StopRules.NONE)), clips,
            Interruption.checkpoints(m_folder, 1), Interruption.cancelAt("PAE of fan: epoch 3", 1), m_log))
                .isInstanceOf(CancellationException.class);
        for (final ClipSource other : List.of(Parts.reordered(clips, Parts.exchanged(4, 0, 2)),
            Parts.reordered(clips, 0, 1, 2, 2))) {
            assertThatThrownBy(() -> Training.run(new PaeLearner(settings(StopRules.NONE)), other,
                Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE, m_log)).isInstanceOf(AsdException.class)
                    .hasMessageContaining("content of the clips");
        }
    }

    @Test
    void whenTheTimeIsUpThereIsAModelOfEveryTypeAndMoreTimeGoesOn() throws Exception {
        final byte[] whole = bytes(train(settings(StopRules.NONE), TrainingOptions.none(), ProgressMonitor.NONE));
        m_log.history().clear();
        final PaeModel stopped = train(settings(new StopRules(0, 0, 1e-9)),
            Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE);
        assertThat(stopped.types().keySet()).containsExactly("fan", "pump");
        assertThat(m_log.history()).hasSize(2).allMatch(r -> r.stopped().contains("middle of epoch 1"));
        assertThat(m_log.warnings()).anyMatch(w -> w.contains("PAE of pump") && w.contains("time budget"));
        final PaeModel more =
            train(settings(StopRules.NONE), Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE);
        assertThat(bytes(more)).isEqualTo(whole);
    }

    @Test
    void aModelIsTrainedFurtherAndItsOtherTypesStayAsTheyAre() throws Exception {
        final PaeModel before = train(Synthetic.settings(20, 1), TrainingOptions.none(), ProgressMonitor.NONE);
        final double first = m_log.history().get(0).metrics().get(PaeLearner.LOSS);
        m_log.history().clear();
        final PaeModel after = Training.run(new PaeLearner(Synthetic.settings(1, 2)), Synthetic.source(5, "pump",
            "valve"), Interruption.further(before), ProgressMonitor.NONE, m_log);
        assertThat(after.types().keySet()).containsExactly("fan", "pump", "valve");
        assertSame(after.type("fan").members().get(0), before.type("fan").members().get(0));
        assertThat(after.type("pump").standardisation()).isEqualTo(before.type("pump").standardisation());
        assertThat(after.type("pump").members().get(0).get("head.bias").values())
            .isNotEqualTo(before.type("pump").members().get(0).get("head.bias").values());
        assertThat(m_log.history()).extracting(EpochReport::part).containsExactly("pump", "valve");
        assertThat(m_log.history().get(0).metrics().get(PaeLearner.LOSS)).isLessThan(first / 2);
        assertThat(m_log.history().get(1).metrics().get(PaeLearner.LOSS)).isGreaterThan(first / 2);
    }

    private static void assertSame(final Weights actual, final Weights expected) {
        expected.tensors().forEach((name, tensor) -> assertThat(actual.get(name).values()).as(name)
            .containsExactly(tensor.values()));
    }

    @Test
    void aModelOfAnotherNetworkIsRefused() throws Exception {
        final PaeModel before = train(Synthetic.settings(1, 1), TrainingOptions.none(), ProgressMonitor.NONE);
        final PaeSettings other =
            new PaeSettings(new PaeArchitecture(5, 32, 1, 4, 8, 1, 2, 2), Synthetic.settings(1, 1).training(), 1, 1);
        assertThatThrownBy(() -> train(other, Interruption.further(before), ProgressMonitor.NONE))
            .isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageContaining("encoderWidth=16").hasMessageContaining("encoderWidth=32");
                assertThat(e.resolutions()).isNotEmpty();
            });
    }
}
