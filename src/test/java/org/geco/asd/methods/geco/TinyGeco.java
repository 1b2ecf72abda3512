package org.geco.asd.methods.geco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.PatchesModel;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.RateCourse;

/** Trainings that take a moment: ResNet-18 of base width 2 on patches of 20 frames of three made-up machines. */
public final class TinyGeco {

    /** The network. */
    public static final GecoArchitecture TINY = new GecoArchitecture(2, 20);

    static final ScoringSettings SCORING = new ScoringSettings(Optional.of(3), 1, 1);

    /** The machines of {@link #source()}, ascending, and the rhythm of each. */
    public static final List<MachineId> MACHINES =
        List.of(new MachineId("fan", "00"), new MachineId("fan", "01"), new MachineId("pump", "00"));

    private static final double[] RHYTHMS = {0.9, 0.3, 1.7};

    private static final int CLIPS_PER_MACHINE = 5;

    private TinyGeco() {
    }

    public static Spectrogram clip(final int machine, final int frames, final long seed) {
        return Synthetic.clip(MACHINES.get(machine).type(), RHYTHMS[machine], frames, 1000 * machine + seed);
    }

    public static ClipSource source() {
        final List<Spectrogram> clips = new ArrayList<>();
        final List<MachineId> machines = new ArrayList<>();
        for (int machine = 0; machine < MACHINES.size(); machine++) {
            for (int i = 0; i < CLIPS_PER_MACHINE; i++) {
                clips.add(clip(machine, 40 + i, i));
                machines.add(MACHINES.get(machine));
            }
        }
        return Synthetic.source(clips, machines);
    }

    static LambdaSettings ramp(final double max) {
        return new LambdaSettings(Ramp.Shape.LINEAR, 2, 4, max, LambdaSettings.Unit.EPOCHS);
    }

    static GecoSettings settings(final int epochs, final long seed, final double rate, final LambdaSettings lambda,
        final ContrastiveForm form) {
        return new GecoSettings(TINY,
            TrainingSettings.of(epochs, 6, rate, RateCourse.steps(List.of())).withSeed(seed), 0.9, 1e-4, lambda,
            new LossSettings(form, 0.5), InputSettings.PAPER, SCORING, 1);
    }

    static GecoSettings with(final GecoSettings s, final GecoArchitecture architecture) {
        return new GecoSettings(architecture, s.training(), s.momentum(), s.weightDecay(), s.lambda(), s.loss(),
            s.input(), s.scoring(), s.members());
    }

    static GecoSettings with(final GecoSettings s, final LossSettings loss) {
        return new GecoSettings(s.architecture(), s.training(), s.momentum(), s.weightDecay(), s.lambda(), loss,
            s.input(), s.scoring(), s.members());
    }

    static GecoSettings with(final GecoSettings s, final InputSettings input) {
        return new GecoSettings(s.architecture(), s.training(), s.momentum(), s.weightDecay(), s.lambda(), s.loss(),
            input, s.scoring(), s.members());
    }

    static GecoSettings with(final GecoSettings s, final ScoringSettings scoring) {
        return new GecoSettings(s.architecture(), s.training(), s.momentum(), s.weightDecay(), s.lambda(), s.loss(),
            s.input(), scoring, s.members());
    }

    public static GecoSettings settings(final int epochs, final long seed) {
        return settings(epochs, seed, 0.02, ramp(1), ContrastiveForm.BINARY_CROSS_ENTROPY);
    }

    static Optional<FrameReconstructor> pae() {
        return Optional.of(new MeanReconstructor(Synthetic.MEL, "fan", "pump"));
    }

    static GecoModel train(final GecoSettings settings, final ClipSource source) throws AsdException {
        return Training.run(new GecoLearner(settings, pae()), source, ProgressMonitor.NONE, report -> { });
    }

    /** @return a model with other settings and networks */
    static GecoModel model(final GecoModel model, final GecoSettings settings,
        final List<PatchesModel.Member> members) {
        return new GecoModel(new PatchesModel.Content<>(model.mel(), settings, model.machines(), Map.of()),
            new PatchesModel.Networks(model.bands(), members), Optional.empty());
    }

    static byte[] bytes(final GecoModel model) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            model.with(model.provenance().orElseThrow().repeatable()).write(out);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
