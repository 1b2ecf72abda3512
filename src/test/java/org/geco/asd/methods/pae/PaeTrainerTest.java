package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.geco.asd.methods.pae.Synthetic.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;

class PaeTrainerTest {

    private static final int EPOCHS = TrainedPae.EPOCHS;

    private static PaeModel train(final PaeSettings settings, final ClipSource source) throws AsdException {
        return Training.run(new PaeLearner(settings), source, ProgressMonitor.NONE, r -> { });
    }

    @Test
    void learnsToPredictAndReportsEveryEpochOfEveryType() throws AsdException {
        final List<EpochReport> history = TrainedPae.history();
        assertThat(history).extracting(EpochReport::part).containsOnly("fan", "pump").hasSize(2 * EPOCHS);
        final List<EpochReport> fan = history.subList(0, EPOCHS);
        assertThat(fan).extracting(EpochReport::epoch)
            .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS).boxed().toList());
        assertThat(fan.get(EPOCHS - 1).metrics().get(PaeLearner.LOSS)).isPositive()
            .isLessThan(fan.get(0).metrics().get(PaeLearner.LOSS) / 4);
        assertThat(fan.get(EPOCHS / 2 - 1).metrics()).containsEntry(EpochReport.LEARNING_RATE, 1e-2);
        assertThat(fan.get(EPOCHS / 2).metrics().get(EpochReport.LEARNING_RATE)).isBetween(0.99e-3, 1.01e-3);
        assertThat(TrainedPae.model().types().keySet()).containsExactly("fan", "pump");
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedAnother() throws Exception {
        final ClipSource source = Synthetic.source(3, "fan");
        final byte[] first = bytes(train(Synthetic.settings(2, 5), source));
        assertThat(bytes(train(Synthetic.settings(2, 5), source))).isEqualTo(first);
        assertThat(bytes(train(Synthetic.settings(2, 6), source))).isNotEqualTo(first);
    }

    @Test
    void aTypesPaeDoesNotDependOnTheOtherTypes() throws Exception {
        final PaeModel alone = train(Synthetic.settings(EPOCHS, 1), Synthetic.source(6, "pump"));
        final Spectrogram clip = Synthetic.clip("pump", 0.9, 44, 8);
        try (PaeScorer one = new PaeScorer(alone); PaeScorer both = new PaeScorer(TrainedPae.model())) {
            assertThat(Synthetic.score(one, "pump", clip)).isEqualTo(Synthetic.score(both, "pump", clip));
        }
    }

    @Test
    void heldOutClipsAreReportedAndNotTrainedOn() throws AsdException {
        final List<EpochReport> history = new ArrayList<>();
        final PaeSettings settings = new PaeSettings(Synthetic.TINY,
            Synthetic.settings(3, 1).training().withStop(new StopRules(0.3, 0, 0)), 1, 1);
        final PaeModel trained =
            Training.run(new PaeLearner(settings), Synthetic.source(10, "fan"), ProgressMonitor.NONE, history::add);
        assertThat(history).allSatisfy(r -> assertThat(r.metrics().get(PaeLearner.HELD_OUT_LOSS)).isPositive());
        assertThat(trained.types().get("fan").clips()).as("two of each machine's five are held out").isEqualTo(6);
    }

    @Test
    void fewStepsAreAWarningThatNamesThePreset() throws AsdException {
        final List<String> warnings = new ArrayList<>();
        Training.run(new PaeLearner(Synthetic.settings(1, 1)), Synthetic.source(2, "fan"), ProgressMonitor.NONE,
            new TrainingListener() {
                @Override
                public void epochEnded(final EpochReport report) {
                    // not of interest
                }

                @Override
                public void warning(final String message) {
                    warnings.add(message);
                }
            });
        assertThat(warnings).singleElement().asString().contains("fan").contains("steps").contains("small data");
    }

    @Test
    void stopsWhenCancelled() {
        final ProgressMonitor cancelled = new ProgressMonitor() {
            private boolean m_training;

            @Override
            public void report(final double fraction, final String message) {
                m_training = message.startsWith("PAE of fan: epoch 2");
            }

            @Override
            public void checkCanceled() {
                if (m_training) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> Training.run(new PaeLearner(Synthetic.settings(1000, 1)), Synthetic.source(3, "fan"),
            cancelled, r -> { })).isInstanceOf(CancellationException.class);
    }

    @Test
    void whatCannotBeTrainedOnIsExplained() {
        final PaeSettings settings = Synthetic.settings(1, 1);
        final MachineId fan = new MachineId("fan", "00");
        final Spectrogram good = Synthetic.clip("fan", 1, 20, 1);
        final MelSettings coarse = new MelSettings(8000, 1024, 512, 8, 0, 4000);
        assertExplained(settings, Synthetic.source(List.of(), List.of()), "no clips");
        assertExplained(settings, Synthetic.source(List.of(Synthetic.clip("fan", 1, 4, 1)), List.of(fan)),
            "Row0 has 4 frames");
        assertExplained(settings, Synthetic.source(
            List.of(good, new Spectrogram(coarse, 20, good.values())), List.of(fan, fan)), "sampleRate=8000");
        final RateCourse steady = RateCourse.steps(List.of());
        assertExplained(new PaeSettings(Synthetic.TINY, TrainingSettings.of(0, 1, 1, steady), 1, 1),
            Synthetic.source(2, "fan"), "number of epochs is 0");
        assertExplained(new PaeSettings(new PaeArchitecture(5, 30, 1, 4, 8, 1, 4, 2), settings.training(), 1, 1),
            Synthetic.source(2, "fan"), "4 attention heads");
        assertExplained(new PaeSettings(Synthetic.TINY, TrainingSettings.of(300, 32, 1e30, steady), 1, 1),
            Synthetic.source(2, "fan"), "learning rate");
    }

    private static void assertExplained(final PaeSettings settings, final ClipSource source,
        final String what) {
        assertThatThrownBy(() -> train(settings, source)).isInstanceOfSatisfying(AsdException.class, ex -> {
            assertThat(ex.getMessage() + ex.resolutions()).contains(what);
            assertThat(ex.resolutions()).isNotEmpty();
        });
    }

    @Test
    void silentClipsTrainAndScoreFinite() throws AsdException {
        final Spectrogram silence = new Spectrogram(Synthetic.MEL, 30, new float[30 * 8]);
        Arrays.fill(silence.values(), -100);
        final MachineId fan = new MachineId("fan", "00");
        final PaeModel silent =
            train(Synthetic.settings(2, 1), Synthetic.source(List.of(silence, silence), List.of(fan, fan)));
        try (PaeScorer scorer = new PaeScorer(silent)) {
            assertThat(Synthetic.score(scorer, "fan", silence)).isFinite();
        }
    }
}
