package org.geco.asd.methods.autoencoder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.geco.asd.clips.EpochWindows;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.WarmStart;
import org.geco.asd.learn.history.EpochReport;

/**
 * Learns one autoencoder for each machine type of a set of normal clips. Trained further, types without clips stay as
 * they are and new types start anew.
 */
public record AutoencoderLearner(AutoencoderSettings settings) implements Learner<AutoencoderModel> {
    /** Mean loss of the epoch in dB². */
    public static final String LOSS = "Training loss";

    /** Mean score of the held-out clips after the epoch in dB². */
    public static final String HELD_OUT_LOSS = "Held-out loss";

    /** Running statistics with a momentum of 0.99 have forgotten their start after this many steps. */
    private static final int FEW_STEPS = 500;

    @Override
    public String method() {
        return AutoencoderModel.METHOD;
    }

    @Override
    public String work() {
        return "Training an autoencoder";
    }

    @Override
    public TrainingSettings training() {
        return settings.training();
    }

    @Override
    public void check() throws AsdException {
        settings.check();
    }

    @Override
    public int leastFrames() {
        return settings.frames();
    }

    @Override
    public boolean standardisesBands() {
        return false;
    }

    @Override
    public List<String> metrics() {
        return List.of(LOSS, HELD_OUT_LOSS, EpochReport.LEARNING_RATE);
    }

    @Override
    public String heldOutMetric() {
        return HELD_OUT_LOSS;
    }

    @Override
    public List<String> parts(final MachineId machine) {
        return List.of(machine.type());
    }

    @Override
    public void checkStart(final AutoencoderModel model) throws AsdException {
        Checks.require(model.settings().sameNetwork(settings),
            "The autoencoder model to train further has the network " + model.settings().network()
                + ", the settings say " + settings.network() + ".",
            "Choose the sizes that the model was trained with.", "Or connect no model to train from random weights.");
    }

    @Override
    public Optional<WarmStart> start(final AutoencoderModel model, final PartClips clips) {
        return Optional.ofNullable(model.types().get(clips.name().part()))
            .map(type -> new WarmStart(type.weights(), clips.standardisation(), List.of(), Set.of()));
    }

    @Override
    public void check(final PartClips clips, final Optional<AutoencoderModel> start, final Consumer<String> warnings) {
        final long steps = steps(clips) * training().epochs();
        if (steps < FEW_STEPS && start.flatMap(model -> start(model, clips)).isEmpty()) {
            warnings.accept("The autoencoder of machine type " + clips.name().part() + " is trained for " + steps
                + " steps only. Train it in smaller batches or for more epochs.");
        }
    }

    @Override
    public long steps(final PartClips clips) {
        return training().steps(EpochWindows.expectedCount(clips.frames(), leastFrames(), 1));
    }

    @Override
    public long bytes(final PartClips clips) {
        return AutoencoderNetwork.bytes(settings, clips.mel().mels(),
            (int)Math.min(training().batchSize(), clips.frameCount()))
            + Math.min(clips.bytes(), EpochWindows.GROUP_BYTES) + Math.min(clips.bytes(), ReadAhead.BYTES);
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        return new AutoencoderTrainee(settings, clips, seeds, progress);
    }

    @Override
    public AutoencoderModel model(final Learned<AutoencoderModel> learned, final ProgressMonitor progress) {
        final Map<String, AutoencoderModel.Type> types =
            new TreeMap<>(learned.start().map(AutoencoderModel::types).orElse(new TreeMap<>()));
        for (final LearnedPart part : learned.parts()) {
            final String type = part.clips().name().part();
            final Set<String> ids = new TreeSet<>();
            part.clips().machines().forEach(machine -> ids.add(machine.id()));
            // what a model has learned of a machine before is not lost
            Optional.ofNullable(types.get(type)).ifPresent(known -> ids.addAll(known.ids()));
            types.put(type, new AutoencoderModel.Type(List.copyOf(ids), part.weights()));
        }
        return new AutoencoderModel(learned.mel(), settings, types, Optional.of(learned.provenance()));
    }
}
