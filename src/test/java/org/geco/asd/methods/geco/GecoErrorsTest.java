package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;

/** What cannot be trained on is explained, with a way out, before the training starts. */
class GecoErrorsTest {

    private static final MachineId FAN = new MachineId("fan", "00");

    private static final MachineId PUMP = new MachineId("pump", "00");

    private static final MelSettings COARSE = new MelSettings(8000, 1024, 512, 8, 0, 4000);

    private static final Spectrogram GOOD = Synthetic.clip("fan", 0.9, 40, 1);

    private static void assertExplained(final GecoSettings settings, final ClipSource source,
        final Optional<FrameReconstructor> pae, final String... what) {
        assertThatThrownBy(() -> Training.run(new GecoLearner(settings, pae), source, ProgressMonitor.NONE,
            report -> { }))
            .isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e.getMessage() + " " + e.resolutions()).contains(what);
                assertThat(e.resolutions()).isNotEmpty();
            });
    }

    private static void assertExplained(final Spectrogram second, final String... what) {
        assertExplained(TinyGeco.settings(1, 1), Synthetic.source(List.of(GOOD, second), List.of(FAN, PUMP)),
            TinyGeco.pae(), what);
    }

    @Test
    void oneMachineCannotBeToldFromOthersNorFromReconstructionsThatThereAreNot() {
        final ClipSource one = Synthetic.source(List.of(GOOD, GOOD), List.of(FAN, FAN));
        assertExplained(TinyGeco.settings(1, 1), one, Optional.empty(), "fan 00", "at least one more machine", "PAE");
        assertExplained(TinyGeco.settings(1, 1, 0.02, TinyGeco.ramp(0), ContrastiveForm.BINARY_CROSS_ENTROPY), one,
            TinyGeco.pae(), "fan 00", "λ above 0");
        final GecoSettings early = TinyGeco.settings(1, 1);
        assertExplained(early.with(early.training().withStop(new StopRules(0.5, 3, 0))), one, TinyGeco.pae(),
            "patience of 0");
    }

    @Test
    void noClipsAtAll() {
        assertExplained(TinyGeco.settings(1, 1), Synthetic.source(List.of(), List.of()), TinyGeco.pae(), "no clips");
    }

    @Test
    void aClipOfOtherFeaturesIsNamed() {
        assertExplained(new Spectrogram(COARSE, 40, GOOD.values()), "Row1", "sampleRate=8000");
    }

    @Test
    void aPaeThatDoesNotFitIsFoundBeforeTheTraining() {
        final ClipSource source = Synthetic.source(2, "fan", "pump");
        final boolean[] trained = new boolean[1];
        for (final FrameReconstructor pae : List.of(new MeanReconstructor(Synthetic.MEL, "fan"),
            new MeanReconstructor(COARSE, "fan", "pump"))) {
            assertThatThrownBy(() -> Training.run(new GecoLearner(TinyGeco.settings(1, 1), Optional.of(pae)), source,
                ProgressMonitor.NONE, report -> trained[0] = true)).isInstanceOf(AsdException.class);
        }
        assertThat(trained[0]).isFalse();
    }

    @Test
    void aTrainingThatDivergesSaysWhatToChange() {
        assertExplained(
            TinyGeco.settings(50, 1, 1e30, TinyGeco.ramp(1), ContrastiveForm.BINARY_CROSS_ENTROPY),
            Synthetic.source(4, "fan", "pump"), TinyGeco.pae(), "diverged", "learning rate");
    }

    private static void assertRefused(final GecoSettings settings, final String what) {
        assertThatThrownBy(settings::check).isInstanceOfSatisfying(AsdException.class, e -> {
            assertThat(e).hasMessageContaining(what);
            assertThat(e.resolutions()).isNotEmpty();
        });
    }

    private static GecoSettings paper(final GecoArchitecture architecture) {
        return TinyGeco.with(GecoSettings.PAPER, architecture);
    }

    @Test
    void settingsOutOfTheirRangeAreNamed() {
        assertRefused(paper(new GecoArchitecture(0, 65)), "base width is 0");
        assertRefused(paper(new GecoArchitecture(64, 0)), "frames in a patch is 0");
        assertRefused(TinyGeco.with(GecoSettings.PAPER, new ScoringSettings(Optional.of(0), 1, 1)),
            "patches per clip is 0");
        assertRefused(TinyGeco.with(GecoSettings.PAPER, new ScoringSettings(Optional.empty(), 1.5, 1)),
            "share of the patches that a score is the mean of is 1.5");
        assertRefused(settings(0, 32, 0.1, List.of(), 0.9, 0, 1), "epochs is 0");
        assertRefused(settings(1, 1, 0.1, List.of(), 0.9, 0, 1), "batch size is 1");
        assertRefused(settings(1, 32, 0, List.of(), 0.9, 0, 1), "learning rate is 0.0");
        assertRefused(settings(1, 32, Double.NaN, List.of(), 0.9, 0, 1), "learning rate is NaN");
        assertRefused(settings(1, 32, 0.1, List.of(9, 3), 0.9, 0, 1), "milestones is [9, 3]");
        assertRefused(settings(1, 32, 0.1, List.of(), 1, 0, 1), "momentum is 1.0");
        assertRefused(settings(1, 32, 0.1, List.of(), 0.9, -1, 1), "weight decay is -1.0");
        assertRefused(settings(1, 32, 0.1, List.of(), 0.9, 0, 0), "temperature is 0.0");
        assertRefused(
            GecoSettings.PAPER.with(GecoSettings.PAPER.training().withResources(-1, 0)),
            "memory budget is -1 MB");
    }

    private static GecoSettings settings(final int epochs, final int batch, final double rate,
        final List<Integer> milestones, final double momentum, final double decay, final double temperature) {
        return new GecoSettings(GecoArchitecture.PAPER,
            TrainingSettings.of(epochs, batch, rate, RateCourse.steps(milestones)), momentum, decay,
            GecoSettings.PAPER.lambda(),
            new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, temperature), InputSettings.PAPER,
            ScoringSettings.PAPER, 1);
    }
}
