package org.geco.asd.learn.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.WarmStart;
import org.geco.asd.mel.Spectrogram;

/**
 * Learns to recognise all machines in patches of their clips. Trained further, it learns new machines, and machines
 * without clips are not known any more.
 */
public interface PatchesLearner<S extends PatchSettings, M extends PatchesModel<S>> extends Learner<M> {
    /** Mean L_CE of the epoch. */
    String CE_LOSS = "L_CE";

    /** Mean L_CE of the patches of held-out clips after the epoch; NaN if none are held out. */
    String HELD_OUT_LOSS = "Held-out L_CE";

    /** Weights of the classifier, with a column for each machine. */
    Set<String> BY_MACHINE = Set.of("classifier.weight", "classifier.bias");

    /** In an epoch of fewer steps a learning rate as high as this does not train. */
    int FEW_STEPS = 10;
    double HIGH_RATE = 0.05;

    @Override
    S settings();

    /** @return makes the model */
    PatchesModel.Factory<S, M> factory();

    /** @return names of the weights with a column for each machine */
    default Set<String> byMachine() {
        return BY_MACHINE;
    }

    @Override
    default boolean standardisesBands() {
        return true;
    }

    @Override
    default float[] seen(final Spectrogram clip) {
        if (!settings().input().removesMean()) {
            return clip.values();
        }
        final float[] values = clip.values().clone();
        TemporalMean.remove(TemporalMean.of(clip), values, 0, values.length);
        return values;
    }

    @Override
    default String heldOutMetric() {
        return HELD_OUT_LOSS;
    }

    @Override
    default long steps(final PartClips clips) {
        return PatchBatches.steps(settings(), clips);
    }

    @Override
    default void checkStart(final M model) throws AsdException {
        final S known = model.settings();
        final S wanted = settings();
        checkSame(network(known), network(wanted), "", "Choose the sizes of the model.");
        checkSame(known.head().inWords(), wanted.head().inWords(), " to recognise machines with",
            "Choose what the model was trained with.");
        checkSame(mean(known), mean(wanted), " for clips", "Choose what the model was trained with.");
        checkSameMembers(known);
    }

    private static String network(final PatchSettings settings) {
        return settings.network() + " for patches of " + settings.patchFrames() + " frames";
    }

    private static String mean(final PatchSettings settings) {
        return settings.input().removesMean() ? "without the mean of each band" : "with the mean of each band";
    }

    @Override
    default Optional<WarmStart> start(final M model, final PartClips clips) {
        return Optional.of(new WarmStart(model.members().get(clips.name().member() - 1).weights(), model.bands(),
            model.machines(), byMachine()));
    }

    /** Warns of so few steps in an epoch that a high learning rate does not train. */
    default void warnOfFewSteps(final int steps, final Consumer<String> warnings) {
        if (steps < FEW_STEPS && training().learningRate() >= HIGH_RATE) {
            warnings.accept("An epoch has only " + steps + (steps == 1 ? " step" : " steps")
                + "; at a learning rate of " + training().learningRate() + " " + method()
                + " may not learn. Train it as for small data: with a learning rate of about 0.02.");
        }
    }

    /** Warns of machines that a model to start from knows and this training does not. */
    static void warnOfMachinesWithoutClips(final PatchesModel<?> model, final PartClips clips,
        final Consumer<String> warnings) {
        final String gone = model.machines().stream().filter(machine -> !clips.machines().contains(machine))
            .map(MachineId::toString).collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            warnings.accept("There are no training clips of " + gone
                + ": the new model does not know them any more. Add their clips if it should.");
        }
    }

    @Override
    default M model(final Learned<M> learned, final ProgressMonitor progress) throws AsdException {
        // members learn from the same clips
        final PartClips clips = learned.parts().get(0).clips();
        final List<PatchesModel.Member> members = new ArrayList<>();
        for (final LearnedPart part : learned.parts()) {
            members.add(new PatchesModel.Member(part.weights(),
                Centres.of(settings(), part, progress.part((double)members.size() / members(),
                    (members.size() + 1.0) / members()))));
        }
        return factory().create(
            new PatchesModel.Content<>(learned.mel(), settings(), List.copyOf(clips.machines()), traits()),
            new PatchesModel.Networks(clips.standardisation(), members), Optional.of(learned.provenance()));
    }

    @Override
    default M joined(final List<M> models) {
        return PatchesModel.joined(models, factory());
    }
}
