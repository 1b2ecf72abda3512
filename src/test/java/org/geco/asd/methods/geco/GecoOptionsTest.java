package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.classify.HeadSettings.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The options beside the paper, together: training, checkpoints, models, scores. */
class GecoOptionsTest {

    private static final GecoSettings BASE = TinyGeco.settings(6, 7);

    private static final HeadSettings HEAD = new HeadSettings(Form.SUB_CLUSTER_ADA_COS, 0.5, 64, true, 4);

    private static final ScoringSettings SCORING = new ScoringSettings(Optional.empty(), 0.5, 2);

    private static final GecoSettings ALL = TinyGeco.with(TinyGeco.with(TinyGeco.with(
        BASE.with(BASE.training().withStop(new StopRules(0.2, 5, 0))),
        new LossSettings(HEAD, ContrastiveForm.BINARY_CROSS_ENTROPY, 0.5)), new InputSettings(2, 0.5, true)), SCORING);

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    private GecoModel train(final GecoSettings settings, final TrainingOptions<GecoModel> options,
        final ProgressMonitor progress) throws AsdException {
        return Training.run(new GecoLearner(settings, TinyGeco.pae()), TinyGeco.source(), options, progress, m_log);
    }

    private static ClipScore score(final GecoModel model, final Spectrogram clip) throws AsdException {
        try (GecoScorer scorer = new GecoScorer(model)) {
            return scorer.score(TinyGeco.MACHINES.get(0), clip, "clip");
        }
    }

    @Test
    void aCancelledTrainingWithAllOptionsEndsAsIfItHadNotBeen() throws Exception {
        final GecoModel whole = train(ALL, TrainingOptions.none(), ProgressMonitor.NONE);
        assertThat(whole.members().get(0).weights().names()).contains("classifier.scale")
            .doesNotContain("classifier.bias");
        assertThatThrownBy(() -> train(ALL, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("Epoch 4", 1))).isInstanceOf(CancellationException.class);
        final GecoModel resumed =
            train(ALL, Interruption.checkpoints(m_folder, 1), Interruption.cancelAt("Epoch 2", 1));
        assertThat(TinyGeco.bytes(resumed)).isEqualTo(TinyGeco.bytes(whole));
        assertThat(m_log.warnings()).anyMatch(w -> w.contains("taken up again after epoch 3"));
        final GecoModel read = GecoModel.read(new ByteArrayInputStream(TinyGeco.bytes(whole)));
        assertThat(read.settings()).isEqualTo(ALL);
        assertThat(TinyGeco.bytes(read)).isEqualTo(TinyGeco.bytes(whole));
        final Spectrogram clip = TinyGeco.clip(0, 130, 77);
        assertThat(score(read, clip).score()).isEqualTo(score(whole, clip).score());
        checkCentres(whole, clip);
    }

    /** The nearest of two centres counts, with the patches that are furthest from it. */
    private static void checkCentres(final GecoModel model, final Spectrogram clip) throws AsdException {
        final ClipScore score = score(model, clip);
        final float[][] centres = model.members().get(0).centres()[0];
        assertThat(centres).hasDimensions(2, 16);
        assertThat(IntStream.range(0, 2).mapToDouble(c -> 1 - product(centres[c], score.embedding().orElseThrow()))
            .min().orElseThrow()).isLessThanOrEqualTo(score.score() + 1e-6);
        assertThat(IntStream.range(0, 2).mapToDouble(c -> 1 - product(centres[c], score.embedding().orElseThrow())))
            .anySatisfy(distance -> assertThat(distance).isCloseTo(score.score(), within(1e-6)));
        for (final float[] centre : centres) {
            assertThat(product(centre, centre)).isCloseTo(1, within(1e-6));
        }
    }

    private static double product(final float[] one, final float[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> (double)one[i] * other[i]).sum();
    }

    @Test
    void onlyWhatChangesTrainingChangesTheFingerprint() {
        final Fingerprint base = Fingerprint.of("GeCo").with(BASE);
        assertThat(base.differences(Fingerprint.of("GeCo").with(TinyGeco.with(BASE, SCORING)))).isEmpty();
        final List<GecoSettings> others = List.of(TinyGeco.with(BASE, new InputSettings(2, 0, false)),
            TinyGeco.with(BASE, new InputSettings(1, 0.5, false)), TinyGeco.with(BASE, new InputSettings(1, 0, true)),
            TinyGeco.with(BASE, new LossSettings(HEAD, BASE.loss().contrast(), BASE.loss().temperature())));
        assertThat(others).allSatisfy(
            other -> assertThat(base.differences(Fingerprint.of("GeCo").with(other))).hasSize(1 + (other.loss().head()
                .equals(HEAD) ? 1 : 0)));
    }

    @Test
    void anotherWayOfScoringGoesOnFromACheckpoint() throws Exception {
        final GecoSettings cheap = TinyGeco.settings(3, 7);
        assertThatThrownBy(() -> train(cheap, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("Centre of pump", 1))).isInstanceOf(CancellationException.class);
        final GecoModel resumed = train(TinyGeco.with(cheap, new ScoringSettings(Optional.of(2), 1, 9)),
            Interruption.checkpoints(m_folder, 1), Interruption.cancelAt("Epoch", 1));
        // 5 clips
        final float[][] centres = resumed.members().get(0).centres()[1];
        assertThat(centres).hasDimensions(9, 16);
        assertThat(centres[8]).isEqualTo(centres[0]);
        assertThat(List.of(centres).stream().map(java.util.Arrays::toString).distinct()).hasSize(5);
    }

    @Test
    void withoutItsMeanALouderClipIsTheSameClip() throws AsdException {
        final Spectrogram clip = TinyGeco.clip(0, 60, 5);
        final float[] values = clip.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += 3 + i % clip.mels();
        }
        final Spectrogram louder = new Spectrogram(clip.settings(), clip.frames(), values);
        final GecoModel with = train(TinyGeco.with(TinyGeco.settings(2, 1), new InputSettings(1, 0, true)),
            TrainingOptions.none(), ProgressMonitor.NONE);
        final GecoModel without = train(TinyGeco.settings(2, 1), TrainingOptions.none(), ProgressMonitor.NONE);
        for (final float mean : with.bands().mean()) {
            assertThat(mean).isCloseTo(0, within(1e-3f));
        }
        assertThat(score(with, louder).score()).isCloseTo(score(with, clip).score(), within(1e-4));
        assertThat(score(without, louder).score()).isNotCloseTo(score(without, clip).score(), within(1e-3));
    }

    @ParameterizedTest
    @EnumSource
    void everyHeadLearnsToTellTheMachines(final Form form) throws AsdException {
        final GecoModel model = train(
            TinyGeco.with(TinyGeco.settings(25, 1), new LossSettings(new HeadSettings(form, 0.2, 8, true, 2),
                ContrastiveForm.BINARY_CROSS_ENTROPY, 0.5)), TrainingOptions.none(), ProgressMonitor.NONE);
        // chance: a third; of three machines AdaCos' scale is hardly above 1
        assertThat(m_log.history().get(24).metrics().get(GecoMetrics.ACCURACY)).isGreaterThan(0.6);
        assertThat(score(model, TinyGeco.clip(0, 50, 100)).score() * 2)
            .isLessThan(score(model, TinyGeco.clip(1, 50, 100)).score());
    }

    @Test
    void aModelWithAnotherHeadOrInputIsNotTrainedFurther() throws AsdException {
        final GecoModel model = train(TinyGeco.settings(1, 1), TrainingOptions.none(), ProgressMonitor.NONE);
        assertThatThrownBy(() -> train(TinyGeco.with(TinyGeco.settings(1, 1), new LossSettings(HEAD,
            ContrastiveForm.BINARY_CROSS_ENTROPY, 0.5)), Interruption.further(model), ProgressMonitor.NONE))
                .isInstanceOf(AsdException.class).hasMessageContaining("a linear layer")
                .hasMessageContaining("4 sub-clusters");
        assertThatThrownBy(() -> train(TinyGeco.with(TinyGeco.settings(1, 1), new InputSettings(1, 0, true)),
            Interruption.further(model), ProgressMonitor.NONE)).isInstanceOf(AsdException.class)
                .hasMessageContaining("mean of each band");
    }
}
