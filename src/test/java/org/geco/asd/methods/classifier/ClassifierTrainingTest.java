package org.geco.asd.methods.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Provenance;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.Parts;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.PatchesLearner;
import org.geco.asd.learn.patches.PatchesModel;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.geco.asd.methods.classifier.ClassifierSettings.Score;
import org.geco.asd.methods.geco.TinyGeco;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the frame gives every method, with each network and loss. */
class ClassifierTrainingTest {
    private static final int EPOCHS = 30;

    private static final ClipSource CLIPS = new Heard(TinyGeco.source());

    /** Each machine hums at a pitch of its own. */
    private record Heard(ClipSource source) implements ClipSource {
        static Spectrogram of(final Spectrogram clip, final int machine) {
            final float[] samples = new float[(clip.frames() - 1) * clip.settings().hop() + 100];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float)(0.3 * Math.sin((0.05 + 0.07 * machine) * i + clip.values()[0]));
            }
            return clip.with(samples);
        }

        @Override
        public int size() {
            return source.size();
        }

        @Override
        public MachineId machine(final int index) {
            return source.machine(index);
        }

        @Override
        public String name(final int index) {
            return source.name(index);
        }

        @Override
        public Spectrogram load(final int index) throws AsdException {
            return of(source.load(index), TinyGeco.MACHINES.indexOf(machine(index)));
        }
    }

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    private static ClassifierSettings settings(final Network network, final int epochs) {
        final boolean isResNet = network == Network.RES_NET_18;
        return new ClassifierSettings(
            new ClassifierArchitecture(network, isResNet ? 2 / 64.0 : 0.1, 20),
            TrainingSettings.of(epochs, 6, isResNet ? 0.02 : 2e-3, RateCourse.steps(List.of())),
            isResNet ? OptimizerSettings.SGD : OptimizerSettings.ADAM, HeadSettings.PAPER, InputSettings.PAPER,
            Score.NEGATIVE_LOG_PROBABILITY, new ScoringSettings(Optional.of(3), 1, 1), 1);
    }

    private ClassifierModel train(final ClassifierSettings settings, final ClipSource clips,
        final TrainingOptions<ClassifierModel> options, final ProgressMonitor progress) throws AsdException {
        return Training.run(new ClassifierLearner(settings), clips, options, progress, m_log);
    }

    private ClassifierModel train(final ClassifierSettings settings) throws AsdException {
        return train(settings, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE);
    }

    private static byte[] bytes(final ClassifierModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ClassifierModel(new PatchesModel.Content<>(model.mel(), model.settings(), model.machines(), Map.of()),
            new PatchesModel.Networks(model.bands(), model.members()),
            model.provenance().map(Provenance::repeatable)).write(out);
        return out.toByteArray();
    }

    private static double score(final ClassifierModel model, final int machine, final int of) throws AsdException {
        try (ClassifierScorer scorer = new ClassifierScorer(model)) {
            return scorer.score(IntStream.range(0, 5).mapToObj(i -> new Clip(TinyGeco.MACHINES.get(machine),
                Heard.of(TinyGeco.clip(of, 60, 100 + i), of), "a clip")).toList()).stream()
                .mapToDouble(score -> score.value().score()).average().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"RES_NET_18, LINEAR, NEGATIVE_LOG_PROBABILITY", "MOBILE_NET_V2, LINEAR, NEGATIVE_LOG_PROBABILITY",
        "RES_NET_18, ARC_FACE, NEGATIVE_LOG_PROBABILITY", "RES_NET_18, SUB_CLUSTER_ADA_COS, DISTANCE",
        "MOBILE_NET_V2, ADA_COS, DISTANCE", "STGRAM_MFN, ARC_FACE, NEGATIVE_LOG_PROBABILITY_WITH_MARGIN"})
    void learnsToTellMachinesAndAnotherMachinesSoundScoresHigher(final Network network, final HeadSettings.Form form,
        final Score score) throws Exception {
        final ClassifierModel model =
            train(settings(network, EPOCHS).with(new HeadSettings(form, 0.2, 8, true, 4), score));
        final Map<String, Double> last = m_log.history().get(EPOCHS - 1).metrics();
        assertThat(m_log.history().subList(EPOCHS - 5, EPOCHS).stream()
            .mapToDouble(r -> r.metrics().get(PatchesLearner.CE_LOSS)).min().orElseThrow()).isPositive()
                .isLessThan(m_log.history().get(0).metrics().get(PatchesLearner.CE_LOSS));
        assertThat(last.get(ClassifierLearner.ACCURACY)).isBetween(0.0, 1.0)
            .isGreaterThanOrEqualTo(m_log.history().get(0).metrics().get(ClassifierLearner.ACCURACY));
        assertThat(last.get(EpochReport.LEARNING_RATE)).isPositive();
        double own = 0;
        double others = 0;
        for (int machine = 0; machine < 3; machine++) {
            own += score(model, machine, machine);
            others += score(model, machine, (machine + 1) % 3) / 2 + score(model, machine, (machine + 2) % 3) / 2;
        }
        // of so short patches MobileNetV2's last maps have one pixel: six values are too few to normalise with
        assertThat(others).isGreaterThan(network == Network.RES_NET_18 ? own : 0);
        final ClassifierModel read = ClassifierModel.read(new ByteArrayInputStream(bytes(model)));
        assertThat(bytes(read)).isEqualTo(bytes(model));
        assertThat(score(read, 1, 2)).isEqualTo(score(model, 1, 2));
    }

    /** The score is the mean of −log p, which sums up to 1 over the machines. */
    @Test
    void theNegativeLogProbabilitiesAreThoseOfOneDistribution() throws AsdException {
        final ClassifierSettings one = settings(Network.RES_NET_18, 3);
        final ClassifierModel model = train(new ClassifierSettings(one.architecture(), one.training(),
            one.optimizer(), one.head(), one.input(), one.score(), new ScoringSettings(Optional.of(1), 1, 1), 1));
        double sum = 0;
        for (int machine = 0; machine < 3; machine++) {
            try (ClassifierScorer scorer = new ClassifierScorer(model)) {
                sum += Math.exp(-scorer.score(TinyGeco.MACHINES.get(machine), TinyGeco.clip(0, 60, 100), "a clip")
                    .score());
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void aClipsScoreDependsOnTheClipAloneAndHasAnEmbedding() throws AsdException {
        final ClassifierModel model = train(settings(Network.MOBILE_NET_V2, 1));
        try (ClassifierScorer scorer = new ClassifierScorer(model)) {
            final List<Clip> clips = List.of(new Clip(TinyGeco.MACHINES.get(0), TinyGeco.clip(0, 60, 1), "a"),
                new Clip(TinyGeco.MACHINES.get(1), TinyGeco.clip(1, 41, 2), "b"),
                new Clip(TinyGeco.MACHINES.get(2), TinyGeco.clip(1, 19, 2), "too short"));
            final ClipScore alone = scorer.score(clips.subList(1, 2)).get(0).get();
            final ClipScore beside = scorer.score(clips).get(1).get();
            assertThat(beside.score()).isEqualTo(alone.score());
            assertThat(beside.embedding().orElseThrow()).isEqualTo(alone.embedding().orElseThrow()).hasSize(1280);
            assertThat(scorer.score(clips).get(2).reason()).contains("too short");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledTrainingEndsAsIfItHadNotBeen(final Network network) throws Exception {
        final ClassifierSettings tiny = settings(network, 4);
        final ClassifierSettings settings = tiny.with(tiny.training().withStop(new StopRules(0.3, 3, 0)));
        final byte[] whole = bytes(train(settings));
        final List<EpochReport> history = List.copyOf(m_log.history());
        assertThat(history).allSatisfy(r -> assertThat(r.metrics().get(PatchesLearner.HELD_OUT_LOSS)).isPositive());
        assertThatThrownBy(() -> train(settings, CLIPS, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("Epoch 3", 2))).isInstanceOf(CancellationException.class);
        m_log.history().clear();
        assertThat(bytes(train(settings, CLIPS, Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE)))
            .isEqualTo(whole);
        assertThat(m_log.history()).extracting(r -> r.metrics().get(PatchesLearner.CE_LOSS))
            .isEqualTo(history.stream().map(r -> r.metrics().get(PatchesLearner.CE_LOSS)).toList());
        assertThat(m_folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameBitsOnAnyThread(final Network network) throws Exception {
        final ClassifierSettings settings = settings(network, 2);
        final byte[] first = bytes(train(settings));
        final FutureTask<ClassifierModel> task = new FutureTask<>(() -> train(settings));
        new Thread(task, "another").start();
        assertThat(bytes(task.get())).isEqualTo(first);
        assertThat(bytes(train(settings.with(settings.training().withSeed(1))))).isNotEqualTo(first);
    }

    @Test
    void aModelIsTrainedFurtherIfItsNetworkIsTheSame() throws Exception {
        final ClassifierModel model = train(settings(Network.MOBILE_NET_V2, 1));
        final ClassifierModel further = train(settings(Network.MOBILE_NET_V2, 1), CLIPS, Interruption.further(model),
            ProgressMonitor.NONE);
        assertThat(further.machines()).isEqualTo(model.machines());
        assertThatThrownBy(() -> train(settings(Network.RES_NET_18, 1), CLIPS, Interruption.further(model),
            ProgressMonitor.NONE)).isInstanceOf(AsdException.class).hasMessageContaining("MobileNetV2 of width 0.1")
                .hasMessageContaining("ResNet-18 of base width 2");
    }

    @Test
    void aNetworkThatHearsNeedsWaveformsAndTheHopItWasMadeFor() throws Exception {
        assertThatThrownBy(() -> train(settings(Network.STGRAM_MFN, 1), TinyGeco.source(), TrainingOptions.none(),
            ProgressMonitor.NONE)).isInstanceOf(AsdException.class).hasMessageContaining("hears the recordings");
        assertThatThrownBy(() -> settings(Network.STGRAM_MFN, 1).architecture()
            .check(new MelSettings(16000, 1024, 256, 8, 0, 8000))).isInstanceOf(AsdException.class)
                .hasMessageContaining("a hop of 512 samples");
        final ClassifierModel model = train(settings(Network.STGRAM_MFN, 1));
        assertThat(model.hearsWaveforms()).isTrue();
        assertThat(model.bands().mean()).containsOnly(0f).hasSize(8);
        assertThat(model.bands().deviation()).containsOnly(1f);
        try (ClassifierScorer scorer = new ClassifierScorer(model)) {
            final Spectrogram seen = TinyGeco.clip(0, 20, 1);
            final MachineId machine = TinyGeco.MACHINES.get(0);
            assertThat(scorer.score(List.of(new Clip(machine, seen, "a clip"))).get(0).reason())
                .contains("hears the recordings");
            assertThat(scorer.score(machine, Heard.of(seen, 0), "a clip").score())
                .isNotEqualTo(scorer.score(machine, Heard.of(seen, 1), "another sound").score());
        }
        assertThatThrownBy(() -> Detector.of(new Features(model.mel(), ChannelChoice.MEAN, 0.9),
            List.of(new Part.Classifier("score", model)), List.of(), Optional.empty())).isInstanceOf(AsdException.class)
                .hasMessageContaining("a detector gives its models spectrograms only");
    }

    @Test
    void whatCannotBeTrainedIsSaid() {
        assertThatThrownBy(() -> train(settings(Network.RES_NET_18, 1), Synthetic.source(1, "fan"),
            TrainingOptions.none(), ProgressMonitor.NONE)).isInstanceOf(AsdException.class)
                .hasMessageContaining("one machine");
        assertThatThrownBy(() -> train(settings(Network.RES_NET_18, 0))).isInstanceOf(AsdException.class)
            .hasMessageContaining("The classifier's number of epochs");
        assertThatThrownBy(() -> train(settings(Network.RES_NET_18, 1).with(TrainingSettings.of(5, 6, 1e30,
            RateCourse.steps(List.of()))))).isInstanceOf(AsdException.class).hasMessageContaining("diverged");
    }

    @ParameterizedTest
    @EnumSource
    void presetsAreWithinTheirRangesAndTheirMemoryIsCountedBeforeItIsTaken(final Network network) throws AsdException {
        ClassifierSettings.paper(network).check();
        ClassifierSettings.small(network, 5).check();
        final ClassifierLearner learner = new ClassifierLearner(settings(network, 1));
        assertThat(learner.bytes(Parts.read(learner, CLIPS))).isBetween(100_000L, 100_000_000L);
    }
}
