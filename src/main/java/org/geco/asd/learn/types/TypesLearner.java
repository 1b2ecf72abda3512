package org.geco.asd.learn.types;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.WarmStart;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.mel.MelSettings;

/**
 * Learns one network for each machine type, from windows of the type's clips. Trained further, types without clips stay
 * as they are and new types start anew.
 */
public interface TypesLearner<M extends TypesModel<? extends WindowSettings>> extends Learner<M> {
    /** Mean loss of the epoch in dB². */
    String LOSS = "Training loss";

    /** Mean score of the held-out clips after the epoch in dB². */
    String HELD_OUT_LOSS = "Held-out loss";

    /** All of them in order. */
    List<String> METRICS = List.of(LOSS, HELD_OUT_LOSS, EpochReport.LEARNING_RATE);

    @Override
    WindowSettings settings();

    /** @return fewer steps than this in the whole training leave a network close to its random start */
    int fewSteps();

    /** @return a sentence that tells what gives more steps */
    String moreSteps();

    /** @return off-heap bytes of a network in training, in batches of so many windows, and of scoring beside it */
    long bytes(int mels, int windows);

    /** @return the model */
    M model(MelSettings mel, Map<String, TypeModel> types, Optional<Provenance> provenance);

    @Override
    default List<String> metrics() {
        return METRICS;
    }

    @Override
    default String heldOutMetric() {
        return HELD_OUT_LOSS;
    }

    @Override
    default List<String> parts(final MachineId machine) {
        return List.of(machine.type());
    }

    @Override
    default void checkStart(final M model) throws AsdException {
        Checks.require(model.settings().network().equals(settings().network()),
            "The " + method() + " model to train further has the network " + model.settings().network()
                + ", the settings say " + settings().network() + ".",
            "Choose the sizes that the model was trained with.", "Or connect no model to train from random weights.");
    }

    @Override
    default Optional<WarmStart> start(final M model, final PartClips clips) {
        return Optional.ofNullable(model.types().get(clips.name().part()))
            .map(type -> new WarmStart(type.weights(), type.standardisation(), List.of(), Set.of()));
    }

    @Override
    default void check(final PartClips clips, final Optional<M> start, final Consumer<String> warnings) {
        final long steps = steps(clips) * training().epochs();
        if (steps < fewSteps() && start.flatMap(model -> start(model, clips)).isEmpty()) {
            warnings.accept("The " + method() + " of machine type " + clips.name().part() + " is trained for " + steps
                + " steps only. " + moreSteps());
        }
    }

    @Override
    default long steps(final PartClips clips) {
        return training()
            .steps(EpochWindows.expectedCount(clips.frames(), leastFrames(), settings().windowStride()));
    }

    @Override
    default long bytes(final PartClips clips) {
        return bytes(clips.mel().mels(), (int)Math.min(training().batchSize(), clips.frameCount()))
            + Math.min(clips.bytes(), EpochWindows.GROUP_BYTES) + Math.min(clips.bytes(), ReadAhead.BYTES);
    }

    @Override
    default M model(final Learned<M> learned, final ProgressMonitor progress) {
        final Map<String, TypeModel> types = new TreeMap<>();
        learned.start().ifPresent(model -> types.putAll(model.types()));
        for (final LearnedPart part : learned.parts()) {
            final PartClips clips = part.clips();
            final Set<String> ids = new TreeSet<>();
            clips.machines().forEach(machine -> ids.add(machine.id()));
            // what a model has learned of a machine before is not lost
            Optional.ofNullable(types.get(clips.name().part())).ifPresent(known -> ids.addAll(known.ids()));
            types.put(clips.name().part(), new TypeModel(List.copyOf(ids), clips.training().length,
                clips.standardisation(), part.weights()));
        }
        return model(learned.mel(), types, Optional.of(learned.provenance()));
    }

    @Override
    default M joined(final List<M> models) {
        final MelSettings mel = models.get(0).mel();
        final Map<String, TypeModel> types = new TreeMap<>();
        models.forEach(model -> types.putAll(model.types()));
        // what each was trained on takes the place of what the others still have from their start
        models.forEach(model -> model.provenance().map(Provenance::parts).orElse(List.of())
            .forEach(part -> types.put(part.name(), model.types().get(part.name()))));
        return model(mel, types, Optional.of(Provenance.joined(Optional.of(mel),
            models.stream().flatMap(model -> model.provenance().stream()).toList())));
    }
}
