package org.geco.asd.methods.classifier;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.patches.PatchesLearner;
import org.geco.asd.learn.patches.PatchesModel;

/** Learns to tell machines apart, each type and ID a class of its own, from normal clips alone. */
public record ClassifierLearner(ClassifierSettings settings)
    implements PatchesLearner<ClassifierSettings, ClassifierModel> {
    /** Share of patches whose machine was recognised, mixed ones as the one that prevails. */
    static final String ACCURACY = "Accuracy";

    /** What is reported after each epoch, in this order. */
    public static final List<String> METRICS =
        List.of(CE_LOSS, ACCURACY, HELD_OUT_LOSS, EpochReport.LEARNING_RATE, EpochReport.SECONDS);

    @Override
    public String method() {
        return ClassifierModel.METHOD;
    }

    @Override
    public String work() {
        return "Training a classifier";
    }

    @Override
    public List<String> metrics() {
        return METRICS;
    }

    @Override
    public PatchesModel.Factory<ClassifierSettings, ClassifierModel> factory() {
        return ClassifierModel::new;
    }

    /** STgram-MFN's source gives it dB as they are. */
    @Override
    public boolean standardises() {
        return !settings.hearsWaveforms();
    }

    @Override
    public void check(final PartClips clips, final Optional<ClassifierModel> start, final Consumer<String> warnings)
        throws AsdException {
        Checks.require(clips.machines().size() > 1, "All training clips are of one machine, "
            + clips.machines().get(0) + ": there is none to tell it from.",
            "Add normal clips of at least one more machine ID or machine type.",
            "Or choose a method that needs no second machine, e.g. the PAE or the autoencoder.");
        settings.architecture().check(clips.mel());
        settings.head().check("The classifier's", clips.machines().size());
        start.ifPresent(model -> PatchesLearner.warnOfMachinesWithoutClips(model, clips, warnings));
        if (settings.optimizer().form() == OptimizerSettings.Form.SGD) {
            warnOfFewSteps((int)steps(clips), warnings);
        }
    }

    @Override
    public long bytes(final PartClips clips) {
        return ClassifierTrainee.bytes(settings, clips) + ReadAhead.BYTES;
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        return new ClassifierTrainee(settings, clips, seeds, progress);
    }
}
