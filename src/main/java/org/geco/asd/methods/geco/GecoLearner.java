package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.WarmStart;
import org.geco.asd.mel.Spectrogram;

/**
 * Joint generative-contrastive learning (paper, section 2.2): ResNet-18 learns to tell the machines apart (L_CE) and,
 * with the weight λ, originals from what the PAE reconstructs (L_con); without PAE it is the plain baseline, trained on
 * originals with L_CE alone. Trained further, it learns new machines, and machines without clips are not known any
 * more.
 */
public record GecoLearner(GecoSettings settings, Optional<FrameReconstructor> pae) implements Learner<GecoModel> {
    /** Weights with a column for each machine. */
    private static final Set<String> BY_MACHINE =
        Set.of("classifier.weight", "classifier.bias", "contrast.positive", "contrast.negative");

    private static final int FEW_STEPS = 10;
    private static final double HIGH_RATE = 0.05;

    @Override
    public String method() {
        return GecoModel.METHOD;
    }

    @Override
    public boolean standardisesBands() {
        return true;
    }

    @Override
    public float[] seen(final Spectrogram clip) {
        if (!settings.input().removesMean()) {
            return clip.values();
        }
        final float[] values = clip.values().clone();
        TemporalMean.remove(TemporalMean.of(clip), values, 0, values.length);
        return values;
    }

    @Override
    public List<String> metrics() {
        return GecoMetrics.METRICS;
    }

    @Override
    public String heldOutMetric() {
        return GecoMetrics.HELD_OUT_LOSS;
    }

    @Override
    public Map<String, String> traits() {
        return Map.of("PAE model", pae.map(FrameReconstructor::fingerprint).orElse("none"));
    }

    @Override
    public int members() {
        return settings.members();
    }

    @Override
    public void checkStart(final GecoModel model) throws AsdException {
        final GecoArchitecture known = model.settings().architecture();
        final GecoArchitecture wanted = settings.architecture();
        Checks.require(known.baseWidth() == wanted.baseWidth() && known.patchFrames() == wanted.patchFrames(),
            "The GeCo model to train further has base width " + known.baseWidth() + " and patches of "
                + known.patchFrames() + " frames, the settings say " + wanted.baseWidth() + " and "
                + wanted.patchFrames() + ".", "Choose the base width and the frames in a patch of the model.",
            "Or connect no model to train from random weights.");
        final HeadSettings knownHead = model.settings().loss().head();
        final HeadSettings wantedHead = settings.loss().head();
        Checks.require(knownHead.form() == wantedHead.form() && knownHead.centres() == wantedHead.centres(),
            "The GeCo model to train further recognises machines with " + knownHead.inWords() + ", the settings say "
                + wantedHead.inWords() + ".", "Choose what the model was trained with.",
            "Or connect no model to train from random weights.");
        Checks.require(model.settings().input().removesMean() == settings.input().removesMean(),
            "The mean of each band over a clip is " + (settings.input().removesMean() ? "" : "not ")
                + "removed, and the GeCo model to train further was trained otherwise.",
            "Choose what the model was trained with.", "Or connect no model to train from random weights.");
        Checks.require(model.members().size() == settings.members(),
            "The GeCo model to train further has " + model.members().size() + " ensemble members, the settings say "
                + settings.members() + ".", "Choose the model's number of members.",
            "Or connect no model to train from random weights.");
    }

    @Override
    public Optional<WarmStart> start(final GecoModel model, final PartClips clips) {
        return Optional.of(new WarmStart(model.members().get(clips.name().member() - 1).weights(),
            model.bands(), model.machines(), BY_MACHINE));
    }

    @Override
    public void check(final PartClips clips, final Optional<GecoModel> start, final Consumer<String> warnings)
        throws AsdException {
        if (clips.machines().size() == 1) {
            checkOne(clips.machines().get(0), warnings);
        }
        settings.loss().head().check(clips.machines().size());
        if (pae.isPresent()) {
            for (final MachineId machine : clips.machines()) {
                pae.get().check(machine.type(), clips.mel());
            }
        }
        start.ifPresent(model -> warnOfMachinesWithoutClips(model, clips, warnings));
        final int steps = GecoBatches.steps(settings, clips);
        settings.lambda().checkOrder(steps);
        warnOfRamp(steps, warnings);
        if (steps < FEW_STEPS && training().learningRate() >= HIGH_RATE) {
            warnings.accept("An epoch has only " + steps + (steps == 1 ? " step" : " steps")
                + "; at a learning rate of " + training().learningRate()
                + " GeCo may not learn. Train it as for small data: with a learning rate of about 0.02.");
        }
    }

    /** Without others to tell it from, there are its originals and their reconstructions. */
    private void checkOne(final MachineId machine, final Consumer<String> warnings) throws AsdException {
        Checks.require(pae.isPresent() && settings.lambda().max() > 0,
            "All training clips are of one machine, " + machine
                + ": there is none to tell it from, and no reconstructions to tell its clips from.",
            "Add normal clips of at least one more machine ID or machine type.",
            "Or train with a PAE and a λ above 0: GeCo then tells originals from reconstructions.",
            "Or score with the PAE alone, which needs no second machine.");
        Checks.require(training().stop().patience() == 0, "All training clips are of one machine, " + machine
            + ": held-out clips cannot tell how well it is told from others, so training cannot stop early.",
            "Choose a patience of 0.");
        warnings.accept("All training clips are of one machine, " + machine
            + ": GeCo learns to tell them from their reconstructions only. Other machines' clips would teach it more.");
    }

    private void warnOfRamp(final int steps, final Consumer<String> warnings) {
        final double last = settings.lambda().lastEpoch(steps);
        final int epochs = training().epochs();
        final boolean stops = training().stop().patience() > 0;
        if (pae.isPresent() && (last > epochs || stops && last > epochs - 1)) {
            warnings.accept(String.format(Locale.ROOT, "λ never reaches its maximum of %s%s: its ramp ends at %s, and "
                + "the training has %d epochs of %d steps. End the ramp earlier, or train for more epochs.",
                settings.lambda().max(), stops ? ", and training never stops early" : "", settings.lambda().end(),
                epochs, steps));
        }
    }

    private static void warnOfMachinesWithoutClips(final GecoModel model, final PartClips clips,
        final Consumer<String> warnings) {
        final String gone = model.machines().stream().filter(machine -> !clips.machines().contains(machine))
            .map(MachineId::toString).collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            warnings.accept("There are no training clips of " + gone
                + ": the new model does not know them any more. Add their clips if it should.");
        }
    }

    @Override
    public long steps(final PartClips clips) {
        return GecoBatches.steps(settings, clips);
    }

    @Override
    public long bytes(final PartClips clips) {
        final int types = (int)clips.machines().stream().map(MachineId::type).distinct().count();
        return GecoTrainee.bytes(settings, clips, pae.isPresent())
            + pae.map(p -> p.bytes(types)).orElse(0L) + ReadAhead.BYTES;
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress)
        throws AsdException {
        return new GecoTrainee(settings, clips, pae, seeds, progress);
    }

    @Override
    public GecoModel model(final Learned<GecoModel> learned, final ProgressMonitor progress) throws AsdException {
        // members learn from the same clips
        final PartClips clips = learned.parts().get(0).clips();
        final List<GecoModel.Member> members = new ArrayList<>();
        for (final LearnedPart part : learned.parts()) {
            members.add(new GecoModel.Member(part.weights(),
                Centres.of(settings, part, progress.part((double)members.size() / settings.members(),
                    (members.size() + 1.0) / settings.members()))));
        }
        return new GecoModel(learned.mel(), settings, clips.machines(), clips.standardisation(), members,
            pae.isPresent()).with(learned.provenance());
    }
}
