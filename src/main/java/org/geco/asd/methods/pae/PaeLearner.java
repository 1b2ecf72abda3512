package org.geco.asd.methods.pae;

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
 * Learns one PAE for each machine type of a set of normal clips (paper, section 2.1). Trained further, types without
 * clips stay as they are and new types start anew.
 */
public record PaeLearner(PaeSettings settings) implements Learner<PaeModel> {
    /** Mean loss of the epoch in dB². */
    public static final String LOSS = "Training loss";

    /** Mean score of the held-out clips after the epoch in dB². */
    public static final String HELD_OUT_LOSS = "Held-out loss";

    /** All of them in order. */
    public static final List<String> METRICS = List.of(LOSS, HELD_OUT_LOSS, EpochReport.LEARNING_RATE);

    /** Fewer steps than this in the whole training leave a network close to its random start. */
    private static final int FEW_STEPS = 100;

    @Override
    public String method() {
        return PaeModel.METHOD;
    }

    @Override
    public String work() {
        return "Training a PAE";
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
        return settings.architecture().blockFrames();
    }

    @Override
    public boolean standardisesBands() {
        return false;
    }

    @Override
    public List<String> metrics() {
        return METRICS;
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
    public void checkStart(final PaeModel model) throws AsdException {
        Checks.require(model.settings().architecture().equals(settings.architecture()),
            "The PAE model to train further has the network " + model.settings().architecture()
                + ", the settings say " + settings.architecture() + ".",
            "Choose the sizes that the model was trained with.", "Or connect no model to train from random weights.");
    }

    @Override
    public Optional<WarmStart> start(final PaeModel model, final PartClips clips) {
        return Optional.ofNullable(model.types().get(clips.name().part()))
            .map(type -> new WarmStart(type.weights(), type.standardisation(), List.of(), Set.of()));
    }

    @Override
    public void check(final PartClips clips, final Optional<PaeModel> start, final Consumer<String> warnings) {
        final long steps = steps(clips) * training().epochs();
        if (steps < FEW_STEPS && start.flatMap(model -> start(model, clips)).isEmpty()) {
            warnings.accept("The PAE of machine type " + clips.name().part() + " is trained for " + steps
                + " steps only. Train it as for small data: in smaller batches, with a smaller window stride or for "
                + "more epochs.");
        }
    }

    @Override
    public long steps(final PartClips clips) {
        return training()
            .steps(EpochWindows.expectedCount(clips.frames(), leastFrames(), settings.windowStride()));
    }

    @Override
    public long bytes(final PartClips clips) {
        return PaeSession.bytes(settings.architecture(), clips.mel().mels(),
            (int)Math.min(training().batchSize(), clips.frameCount()))
            + Math.min(clips.bytes(), EpochWindows.GROUP_BYTES) + Math.min(clips.bytes(), ReadAhead.BYTES);
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        return new PaeTrainee(settings, clips, seeds, progress);
    }

    @Override
    public PaeModel model(final Learned<PaeModel> learned, final ProgressMonitor progress) {
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
        return new PaeModel(learned.mel(), settings, types).with(learned.provenance());
    }
}
