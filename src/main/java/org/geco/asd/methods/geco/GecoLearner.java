package org.geco.asd.methods.geco;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.patches.PatchBatches;
import org.geco.asd.learn.patches.PatchesLearner;
import org.geco.asd.learn.patches.PatchesModel;

/**
 * Joint generative-contrastive learning (paper, section 2.2): ResNet-18 learns to tell the machines apart (L_CE) and,
 * with the weight λ, originals from what the PAE reconstructs (L_con); without PAE it is the plain baseline, trained on
 * originals with L_CE alone. Trained further, it learns new machines, and machines without clips are not known any
 * more.
 */
public record GecoLearner(GecoSettings settings, Optional<FrameReconstructor> pae)
    implements PatchesLearner<GecoSettings, GecoModel> {
    /** Weights with a column for each machine. */
    private static final Set<String> WITH_CONTRAST =
        Set.of("classifier.weight", "classifier.bias", "contrast.positive", "contrast.negative");

    @Override
    public String method() {
        return GecoModel.METHOD;
    }

    @Override
    public List<String> metrics() {
        return GecoMetrics.METRICS;
    }

    @Override
    public Map<String, String> traits() {
        final String differences = pae.map(it -> it.differences().ofMember()).orElse("");
        // in an order, which is the same wherever it is trained
        return new TreeMap<>(Map.of(GecoModel.PAE,
            pae.map(FrameReconstructor::fingerprint).orElse(GecoModel.NO_PAE), GecoModel.PAE_DIFFERENCES,
            pae.isEmpty() ? "no PAE" : differences.isEmpty() ? "" : "its PAE with " + differences));
    }

    @Override
    public PatchesModel.Factory<GecoSettings, GecoModel> factory() {
        return GecoModel::new;
    }

    @Override
    public Set<String> byMachine() {
        return WITH_CONTRAST;
    }

    @Override
    public void check(final PartClips clips, final Optional<GecoModel> start, final Consumer<String> warnings)
        throws AsdException {
        if (clips.machines().size() == 1) {
            checkOne(clips.machines().get(0), warnings);
        }
        settings.head().check("GeCo's", clips.machines().size());
        if (pae.isPresent()) {
            for (final MachineId machine : clips.machines()) {
                pae.get().check(machine.type(), clips.mel());
            }
        }
        start.ifPresent(model -> PatchesLearner.warnOfMachinesWithoutClips(model, clips, warnings));
        final int steps = PatchBatches.steps(settings, clips);
        settings.lambda().checkOrder(steps);
        warnOfRamp(steps, warnings);
        warnOfFewSteps(steps, warnings);
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

    @Override
    public long bytes(final PartClips clips) {
        final int types = (int)clips.machines().stream().map(MachineId::type).distinct().count();
        return GecoTrainee.bytes(settings, clips, pae.isPresent())
            + pae.map(p -> p.bytes(types)).orElse(0L) + ReadAhead.BYTES;
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress)
        throws AsdException {
        return new GecoTrainee(settings, clips, pae.map(p -> p.member(clips.name().member())), seeds, progress);
    }
}
