package org.geco.asd.learn.types;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.WarmStart;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.mel.MelSettings;

/**
 * Learns a network for each machine type and member, from windows of the type's clips. Trained further, types without
 * clips stay as they are and new types start anew.
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
        checkSame(model.settings().network().toString(), settings().network().toString(), " the network",
            "Choose the sizes that the model was trained with.");
        checkSameMembers(model.settings());
    }

    @Override
    default Optional<WarmStart> start(final M model, final PartClips clips) {
        return Optional.ofNullable(model.types().get(clips.name().part()))
            .map(type -> new WarmStart(type.members().get(clips.name().member() - 1), type.standardisation(),
                List.of(), Set.of()));
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
        final Map<String, List<LearnedPart>> parts = learned.parts().stream().collect(
            Collectors.groupingBy(part -> part.clips().name().part(), TreeMap::new, Collectors.toList()));
        parts.forEach((name, members) -> {
            // members learn from the same clips
            final PartClips clips = members.get(0).clips();
            final Set<String> ids = new TreeSet<>();
            clips.machines().forEach(machine -> ids.add(machine.id()));
            // what a model has learned of a machine before is not lost
            Optional.ofNullable(types.get(name)).ifPresent(known -> ids.addAll(known.ids()));
            types.put(name, new TypeModel(List.copyOf(ids), clips.training().length, clips.standardisation(),
                members.stream().map(LearnedPart::weights).toList()));
        });
        return model(learned.mel(), types, Optional.of(learned.provenance()));
    }

    @Override
    default M joined(final List<M> models) {
        final MelSettings mel = models.get(0).mel();
        final Map<String, TypeModel> types = new TreeMap<>();
        models.forEach(model -> types.putAll(model.types()));
        // what each was trained on takes the place of what the others still have from their start
        models.stream().collect(Collectors.groupingBy(this::trained, TreeMap::new, Collectors.toList()))
            .forEach((name, members) -> {
                final TypeModel first = members.get(0).types().get(name);
                types.put(name, new TypeModel(first.ids(), first.clips(), first.standardisation(),
                    members.stream().flatMap(model -> model.types().get(name).members().stream()).toList()));
            });
        return model(mel, types, Optional.of(Provenance.joined(Optional.of(mel),
            models.stream().flatMap(model -> model.provenance().stream()).toList())));
    }

    /** The machine type that a model of one part was trained on. */
    private String trained(final M model) {
        final List<String> trained =
            model.provenance().orElseThrow().parts().stream().map(Provenance.Part::name).toList();
        return PartName.ofAll(this, model.machines()).stream().filter(name -> trained.contains(name.inTable()))
            .map(PartName::part).findFirst().orElseThrow();
    }
}
