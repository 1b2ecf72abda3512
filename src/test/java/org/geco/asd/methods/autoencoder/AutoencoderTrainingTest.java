package org.geco.asd.methods.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.methods.autoencoder.TinyAutoencoder.bytes;
import static org.geco.asd.methods.autoencoder.TinyAutoencoder.score;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.autoencoder.AutoencoderSettings.Form;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the frame gives every method, here to one that is built of Deeplearning4j's own layers. */
class AutoencoderTrainingTest {

    private static final int EPOCHS = 30;

    private static final ClipSource CLIPS = Synthetic.source(4, "fan", "pump");

    private static final List<EpochReport> HISTORY = new ArrayList<>();

    private static AutoencoderModel model;

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    @BeforeAll
    static void train() throws AsdException {
        model = Training.run(new AutoencoderLearner(TinyAutoencoder.settings(EPOCHS)), CLIPS, ProgressMonitor.NONE,
            HISTORY::add);
    }

    private AutoencoderModel train(final AutoencoderSettings settings, final ClipSource clips,
        final TrainingOptions<AutoencoderModel> options, final ProgressMonitor progress) throws AsdException {
        return Training.run(new AutoencoderLearner(settings), clips, options, progress, m_log);
    }

    /** A normal clip with a band that no training clip has. */
    private static Spectrogram withTone(final Spectrogram clip) {
        final float[] values = clip.values().clone();
        for (int i = 2; i < values.length; i += clip.settings().mels()) {
            values[i] += 40;
        }
        return new Spectrogram(clip.settings(), clip.frames(), values);
    }

    @Test
    void itsLossFallsAndAToneThatTrainingHadNotScoresHigher() throws AsdException {
        assertThat(HISTORY).extracting(EpochReport::part).containsOnly("fan", "pump").hasSize(2 * EPOCHS);
        final double first = HISTORY.get(0).metrics().get(AutoencoderLearner.LOSS);
        assertThat(HISTORY.get(EPOCHS - 1).metrics().get(AutoencoderLearner.LOSS)).isPositive().isLessThan(first / 4);
        assertThat(HISTORY.get(EPOCHS - 1).metrics()).containsEntry(EpochReport.LEARNING_RATE, 1e-2);
        for (final String type : List.of("fan", "pump")) {
            final Spectrogram normal = Synthetic.clip(type, 0.9, 44, 100);
            assertThat(score(model, type, withTone(normal))).isGreaterThan(1.2 * score(model, type, normal));
        }
        assertThat(model.machines()).extracting(MachineId::toString).containsExactly("fan 00", "fan 01", "pump 00",
            "pump 01");
    }

    @Test
    void aSavedModelScoresToTheBit() throws Exception {
        final AutoencoderModel read = AutoencoderModel.read(new ByteArrayInputStream(bytes(model)));
        assertThat(bytes(read)).isEqualTo(bytes(model));
        assertThat(read.settings()).isEqualTo(model.settings());
        final Spectrogram clip = Synthetic.clip("pump", 0.9, 333, 5);
        assertThat(score(read, "pump", clip)).isEqualTo(score(model, "pump", clip));
    }

    @Test
    void severalMembersAreTrainedResumedAndKeptAndTheirMeanIsScoredAndShown() throws Exception {
        final AutoencoderSettings pair = TinyAutoencoder.settings(2).withMembers(2);
        final AutoencoderModel whole = train(pair, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE);
        assertThatThrownBy(() -> train(pair, CLIPS, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("autoencoder of fan, network 2 of 2: epoch 2", 1)))
                .isInstanceOf(CancellationException.class);
        assertThat(bytes(train(pair, CLIPS, Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE)))
            .isEqualTo(bytes(whole));
        final AutoencoderModel read = AutoencoderModel.read(new ByteArrayInputStream(bytes(whole)));
        assertThat(bytes(read)).isEqualTo(bytes(whole));
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 44, 100);
        final AutoencoderModel first = TinyAutoencoder.only(whole, 1);
        final AutoencoderModel second = TinyAutoencoder.only(whole, 2);
        assertThat(score(first, "fan", clip)).isNotEqualTo(score(second, "fan", clip));
        assertThat(score(read, "fan", clip))
            .isCloseTo((score(first, "fan", clip) + score(second, "fan", clip)) / 2, within(1e-9));
        final Clip shown = new Clip(new MachineId("fan", "00"), clip, "a clip");
        assertThat(AutoencoderScorer.reconstruct(whole, shown)[100])
            .isCloseTo((AutoencoderScorer.reconstruct(first, shown)[100]
                + AutoencoderScorer.reconstruct(second, shown)[100]) / 2, within(1e-4f));
        assertThatThrownBy(() -> train(pair.withMembers(1), CLIPS, Interruption.further(whole), ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessageContaining("has 2 ensemble members, the settings say 1 ");
        assertThatThrownBy(() -> pair.withMembers(100).check())
            .hasMessageContaining("The autoencoder's number of ensemble members is 100");
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyThreadAloneOrBesideOthers() throws Exception {
        final AutoencoderSettings settings = TinyAutoencoder.settings(2);
        final byte[] first = bytes(train(settings, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE));
        final AutoencoderSettings sideBySide = settings.with(settings.training().withResources(0, 2));
        final FutureTask<AutoencoderModel> task = new FutureTask<>(
            () -> train(sideBySide, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE));
        new Thread(task, "another").start();
        final AutoencoderModel other = task.get();
        assertThat(bytes(new AutoencoderModel(other.mel(), settings, other.types(), other.provenance())))
            .isEqualTo(first);
        assertThat(bytes(train(settings.with(settings.training().withSeed(1)), CLIPS, TrainingOptions.none(),
            ProgressMonitor.NONE))).isNotEqualTo(first);
    }

    @Test
    void aCancelledTrainingEndsAsIfItHadNotBeen() throws Exception {
        final AutoencoderSettings tiny = TinyAutoencoder.settings(6);
        final AutoencoderSettings settings = tiny.with(tiny.training().withStop(new StopRules(0.3, 3, 0)));
        final byte[] whole = bytes(train(settings, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE));
        final List<EpochReport> history = List.copyOf(m_log.history());
        assertThat(history)
            .allSatisfy(r -> assertThat(r.metrics().get(AutoencoderLearner.HELD_OUT_LOSS)).isPositive());
        assertThatThrownBy(() -> train(settings, CLIPS, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("autoencoder of pump: epoch 3", 2))).isInstanceOf(CancellationException.class);
        m_log.history().clear();
        assertThat(bytes(train(settings, CLIPS, Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE)))
            .isEqualTo(whole);
        assertThat(m_log.history()).isEqualTo(history);
        assertThat(m_log.warnings()).anyMatch(w -> w.contains("the autoencoder of pump was taken up again"));
        assertThat(m_folder).isEmptyDirectory();
    }

    @Test
    void theInterpolationIsTrainedResumedAndKeptToTheBit() throws Exception {
        final AutoencoderSettings tiny =
            new AutoencoderSettings(Form.INTERPOLATION, 5, 16, 4, TinyAutoencoder.settings(6).training(), 1);
        final AutoencoderSettings settings = tiny.with(tiny.training().withStop(new StopRules(0.3, 3, 0)));
        final AutoencoderModel idnn = train(settings, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE);
        assertThat(m_log.history().get(5).metrics().get(AutoencoderLearner.LOSS)).isPositive()
            .isLessThan(m_log.history().get(0).metrics().get(AutoencoderLearner.LOSS));
        assertThatThrownBy(() -> train(settings, CLIPS, Interruption.checkpoints(m_folder, 1),
            Interruption.cancelAt("autoencoder of pump: epoch 3", 2))).isInstanceOf(CancellationException.class);
        assertThat(bytes(train(settings, CLIPS, Interruption.checkpoints(m_folder, 1), ProgressMonitor.NONE)))
            .isEqualTo(bytes(idnn));
        final Spectrogram clip = Synthetic.clip("pump", 0.9, 60, 5);
        assertThat(score(AutoencoderModel.read(new ByteArrayInputStream(bytes(idnn))), "pump", clip))
            .isEqualTo(score(idnn, "pump", clip)).isLessThan(score(idnn, "pump", withTone(clip)));
        assertThatThrownBy(() -> train(new AutoencoderSettings(Form.INTERPOLATION, 4, 16, 4, tiny.training(), 1), CLIPS,
            TrainingOptions.none(), ProgressMonitor.NONE)).hasMessageContaining("whose centre is interpolated is 4");
    }

    @Test
    void aModelIsTrainedFurtherIfItsNetworkIsTheSame() throws Exception {
        final AutoencoderModel after = train(TinyAutoencoder.settings(1), Synthetic.source(4, "pump", "valve"),
            Interruption.further(model), ProgressMonitor.NONE);
        assertThat(after.types().keySet()).containsExactly("fan", "pump", "valve");
        assertThat(m_log.history().get(0).metrics().get(AutoencoderLearner.LOSS))
            .isLessThan(HISTORY.get(EPOCHS).metrics().get(AutoencoderLearner.LOSS) / 4);
        final AutoencoderSettings wider = new AutoencoderSettings(Form.RECONSTRUCTION, 5, 17, 4,
            TinyAutoencoder.settings(1).training(), 1);
        assertThatThrownBy(() -> train(wider, CLIPS, Interruption.further(model), ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessageContaining("width 16").hasMessageContaining("width 17");
    }

    @Test
    void whatCannotBeTrainedOrScoredIsSaid() {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 4, 1);
        assertThatThrownBy(() -> score(model, "fan", clip)).isInstanceOf(AsdException.class)
            .hasMessageContaining("4 frames").hasMessageContaining("autoencoder needs at least 5");
        assertThatThrownBy(() -> score(model, "valve", Synthetic.clip("valve", 0.9, 40, 1)))
            .hasMessageContaining("not trained on machine type valve");
        final MelSettings other = new MelSettings(16000, 1024, 256, 8, 0, 8000);
        assertThatThrownBy(() -> score(model, "fan", new Spectrogram(other, 40, new float[320])))
            .hasMessageContaining("the autoencoder model was trained with");
        assertThatThrownBy(() -> train(TinyAutoencoder.settings(1),
            Synthetic.source(List.of(clip), List.of(new MachineId("fan", "00"))), TrainingOptions.none(),
            ProgressMonitor.NONE)).isInstanceOf(AsdException.class).hasMessageContaining("Row0");
        final float[] values = new float[320];
        Arrays.fill(values, Float.NaN);
        assertThatThrownBy(() -> score(model, "fan", new Spectrogram(Synthetic.MEL, 40, values)))
            .hasMessageContaining("not numbers");
        for (final AutoencoderSettings bad : List.of(new AutoencoderSettings(Form.RECONSTRUCTION, 0, 16, 4,
            TinyAutoencoder.settings(1).training(), 1), new AutoencoderSettings(Form.RECONSTRUCTION, 5, 0, 4,
                TinyAutoencoder.settings(1).training(), 1),
            TinyAutoencoder.settings(0))) {
            assertThatThrownBy(() -> train(bad, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE))
                .isInstanceOf(AsdException.class).hasMessageContaining("The autoencoder's");
        }
    }

    @Test
    void aDivergingTrainingIsAnError() {
        final AutoencoderSettings tiny = TinyAutoencoder.settings(5);
        final AutoencoderSettings wild = tiny.with(TrainingSettings.of(5, 32, 1e30,
            tiny.training().rates()));
        assertThatThrownBy(() -> train(wild, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessageContaining("diverged");
    }
}
