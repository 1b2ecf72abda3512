package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Parts;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.WarmStart;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.layers.CrossEntropy;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GecoResumeTest {

    private static final int EPOCHS = 6;

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    private static GecoSettings settings(final int epochs, final StopRules stop) {
        return new GecoSettings(TinyGeco.TINY,
            TrainingSettings.of(epochs, 6, 0.02, new RateCourse(RateCourse.Shape.COSINE, List.of(), 1)).withStop(stop)
                .withSeed(7), 0.9, 1e-4, TinyGeco.ramp(1),
            new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 0.5), InputSettings.PAPER, TinyGeco.SCORING, 1);
    }

    private GecoModel train(final GecoSettings settings, final TrainingOptions<GecoModel> options,
        final ProgressMonitor progress) throws AsdException {
        return Training.run(new GecoLearner(settings, TinyGeco.pae()), TinyGeco.source(), options, progress, m_log);
    }

    /** All but how long the epochs took. */
    private static List<Map<String, Double>> metrics(final List<EpochReport> history) {
        return history.stream().map(report -> {
            final Map<String, Double> metrics = new LinkedHashMap<>(report.metrics());
            metrics.remove(GecoMetrics.SECONDS);
            return metrics;
        }).toList();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(m_folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aCancelledTrainingEndsAsIfItHadNotBeen(final int every) throws Exception {
        final GecoSettings settings = settings(EPOCHS, new StopRules(0.2, 5, 0));
        final byte[] whole = TinyGeco.bytes(train(settings, TrainingOptions.none(), ProgressMonitor.NONE));
        final List<EpochReport> history = List.copyOf(m_log.history());
        assertThatThrownBy(() -> train(settings, Interruption.checkpoints(m_folder, every),
            Interruption.cancelAt("Epoch 4", 1))).isInstanceOf(CancellationException.class);
        assertThat(files()).last().asString().endsWith("geco.00003.checkpoint");
        m_log.history().clear();
        m_log.warnings().clear();
        final byte[] resumed = TinyGeco
            .bytes(train(settings, Interruption.checkpoints(m_folder, every), Interruption.cancelAt("Epoch 3", 1)));
        assertThat(resumed).isEqualTo(whole);
        assertThat(metrics(m_log.history())).isEqualTo(metrics(history));
        assertThat(m_log.warnings()).anyMatch(w -> w.contains("GeCo was taken up again after epoch 3"));
        assertThat(files()).as("a finished training leaves nothing").isEmpty();
    }

    /** Centres take long with many clips: cancelled there, nothing is trained again. */
    @Test
    void afterTheLastEpochOnlyTheCentresAreMissing() throws Exception {
        final GecoSettings settings = settings(3, StopRules.NONE);
        final byte[] whole = TinyGeco.bytes(train(settings, TrainingOptions.none(), ProgressMonitor.NONE));
        assertThatThrownBy(() -> train(settings, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("Centre of pump", 1))).isInstanceOf(CancellationException.class);
        final GecoModel resumed =
            train(settings, Interruption.checkpoints(m_folder, 1), Interruption.cancelAt("Epoch", 1));
        assertThat(TinyGeco.bytes(resumed)).isEqualTo(whole);
    }

    @Test
    void anotherPaeOrOtherSettingsDoNotGoOnFromACheckpoint() throws Exception {
        assertThatThrownBy(() -> train(settings(EPOCHS, StopRules.NONE), Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("Epoch 2", 1))).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Training.run(new GecoLearner(settings(EPOCHS, StopRules.NONE), Optional.empty()),
            TinyGeco.source(), Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE, m_log))
                .isInstanceOf(AsdException.class).hasMessageContaining("PAE model: mean of the neighbours there");
        assertThatThrownBy(() -> train(settings(9, StopRules.NONE), Interruption.checkpoints(m_folder, 1),
            ProgressMonitor.NONE)).isInstanceOf(AsdException.class).hasMessageContaining("epochs: 6 there, 9 here");
    }

    @Test
    void clipsInAnotherOrderDoNotGoOnFromACheckpoint() throws Exception {
        final ClipSource clips = Synthetic.sameLength(4, "fan", "pump");
        final GecoLearner learner = new GecoLearner(settings(EPOCHS, StopRules.NONE), TinyGeco.pae());
        assertThatThrownBy(() -> Training.run(learner, clips, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("Epoch 2", 1), m_log)).isInstanceOf(CancellationException.class);
        for (final ClipSource other : List.of(Parts.reordered(clips, Parts.exchanged(8, 0, 2)),
            Parts.reordered(clips, 0, 1, 2, 2, 4, 5, 6, 7))) {
            assertThatThrownBy(() -> Training.run(learner, other, Interruption.checkpoints(m_folder, 1),
                ProgressMonitor.NONE, m_log)).isInstanceOf(AsdException.class)
                    .hasMessageContaining("content of the clips");
        }
    }

    @Test
    void heldOutClipsAreMeasuredAndTheBestEpochAfterTheRampIsKept() throws Exception {
        final GecoModel model = train(settings(12, new StopRules(0.2, 2, 0)), TrainingOptions.none(),
            ProgressMonitor.NONE);
        assertThat(m_log.history()).allMatch(r -> r.metrics().get(GecoMetrics.HELD_OUT_LOSS) > 0)
            .hasSizeGreaterThan(5);
        final List<Double> losses =
            m_log.history().stream().map(r -> r.metrics().get(GecoMetrics.HELD_OUT_LOSS)).toList();
        // λ is at its maximum from the fifth epoch on
        final int best = IntStream.range(4, losses.size()).boxed()
            .min(java.util.Comparator.comparing(losses::get)).orElseThrow();
        assertThat(m_log.history().get(losses.size() - 1).stopped()).endsWith("epoch " + (best + 1) + " is kept");
    }

    @Test
    void theHeldOutLossIsTheCrossEntropyOfTheClassifier() {
        assertThat(CrossEntropy.sum(new double[]{7.5, 9}, 2, new int[]{0})).isCloseTo(
            Math.log(Math.exp(7.5) + Math.exp(9)) - 7.5, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void whenTheTimeIsUpTheModelSoFarIsKeptAndMoreTimeGoesOn() throws Exception {
        final byte[] whole =
            TinyGeco.bytes(train(settings(4, StopRules.NONE), TrainingOptions.none(), ProgressMonitor.NONE));
        m_log.history().clear();
        final GecoModel stopped = train(settings(4, new StopRules(0, 0, 1e-9)),
            Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE);
        assertThat(stopped.members().get(0).centres()).hasDimensions(3, 1);
        assertThat(m_log.history()).singleElement().extracting(EpochReport::stopped).asString()
            .contains("middle of epoch 1");
        final byte[] more = TinyGeco.bytes(train(settings(4, StopRules.NONE),
            Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE));
        assertThat(more).isEqualTo(whole);
    }

    /** Two known machines and a new one between them; the third known machine has no clips any more. */
    private static ClipSource changedMachines() {
        final List<Spectrogram> clips = new ArrayList<>();
        final List<MachineId> machines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clips.add(TinyGeco.clip(0, 40 + i, 50 + i));
            machines.add(TinyGeco.MACHINES.get(0));
            clips.add(Synthetic.clip("fan", 2.4, 40, 60 + i));
            machines.add(new MachineId("fan", "02"));
            clips.add(TinyGeco.clip(2, 40 + i, 70 + i));
            machines.add(TinyGeco.MACHINES.get(2));
        }
        return Synthetic.source(clips, machines);
    }

    @Test
    void aModelIsTrainedFurtherWithNewMachines() throws Exception {
        final GecoModel before = train(settings(20, StopRules.NONE), TrainingOptions.none(), ProgressMonitor.NONE);
        m_log.warnings().clear();
        final GecoModel after = Training.run(new GecoLearner(settings(8, StopRules.NONE), TinyGeco.pae()),
            changedMachines(), Interruption.further(before), ProgressMonitor.NONE, m_log);
        assertThat(after.machines()).extracting(MachineId::toString).containsExactly("fan 00", "fan 02", "pump 00");
        assertThat(after.bands().mean()).isEqualTo(before.bands().mean());
        assertThat(m_log.warnings()).singleElement().asString().contains("no training clips of fan 01");
        final GecoModel read = GecoModel.read(new ByteArrayInputStream(TinyGeco.bytes(after)));
        assertThat(read.settings()).isEqualTo(after.settings());
        try (GecoScorer scorer = new GecoScorer(read)) {
            assertThat(scorer.score(new MachineId("fan", "02"), Synthetic.clip("fan", 2.4, 40, 99), "").score())
                .isBetween(0.0, 2.0);
        }
    }

    @Test
    void knownMachinesKeepTheirColumnsAndNewOnesGetFreshOnes() throws Exception {
        final GecoModel before = train(settings(3, StopRules.NONE), TrainingOptions.none(), ProgressMonitor.NONE);
        final GecoLearner learner = new GecoLearner(settings(3, StopRules.NONE), TinyGeco.pae());
        final PartClips clips = Parts.read(learner, changedMachines());
        final WarmStart start = learner.start(before, clips).orElseThrow();
        final GecoModel fresh = Training.run(new GecoLearner(settings(1, StopRules.NONE), TinyGeco.pae()),
            changedMachines(), ProgressMonitor.NONE, r -> { });
        final var merged = start.over(fresh.members().get(0).weights(), clips.machines());
        for (final String name : List.of("classifier.weight", "classifier.bias", "contrast.positive",
            "contrast.negative")) {
            final float[] columns = merged.get(name).values();
            for (int i = 0; i < columns.length; i += 3) {
                assertThat(columns[i]).isEqualTo(before.members().get(0).weights().get(name).values()[i]);
                assertThat(columns[i + 1]).isEqualTo(fresh.members().get(0).weights().get(name).values()[i + 1]);
                assertThat(columns[i + 2]).isEqualTo(before.members().get(0).weights().get(name).values()[i + 2]);
            }
        }
        before.members().get(0).weights().tensors().forEach((name, tensor) -> {
            if (!name.startsWith("classifier") && !name.startsWith("contrast")) {
                assertThat(merged.get(name).values()).as(name).containsExactly(tensor.values());
            }
        });
    }

    @Test
    void aModelOfAnotherNetworkIsRefused() throws Exception {
        final GecoModel before = train(settings(1, StopRules.NONE), TrainingOptions.none(), ProgressMonitor.NONE);
        final GecoSettings other =
            TinyGeco.with(settings(1, StopRules.NONE), new GecoArchitecture(4, 20));
        assertThatThrownBy(() -> train(other, Interruption.further(before), ProgressMonitor.NONE))
            .isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageContaining("base width 2")
                    .hasMessageContaining("settings say ResNet-18 of base width 4");
                assertThat(e.resolutions()).isNotEmpty();
            });
    }
}
