package org.geco.asd.methods.pae;

import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.types.TypeModel;
import org.geco.asd.learn.types.TypesLearner;
import org.geco.asd.mel.MelSettings;

/** Learns one PAE for each machine type of a set of normal clips (paper, section 2.1). */
public record PaeLearner(PaeSettings settings) implements TypesLearner<PaeModel> {
    @Override
    public String method() {
        return PaeModel.METHOD;
    }

    @Override
    public String work() {
        return "Training a PAE";
    }

    @Override
    public int fewSteps() {
        return 100;
    }

    @Override
    public String moreSteps() {
        return "Train it as for small data: in smaller batches, with a smaller window stride or for more epochs.";
    }

    @Override
    public long bytes(final int mels, final int windows) {
        return PaeSession.bytes(settings.architecture(), mels, windows);
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        return new PaeTrainee(settings, clips, seeds, progress);
    }

    @Override
    public PaeModel model(final MelSettings mel, final Map<String, TypeModel> types,
        final Optional<Provenance> provenance) {
        return new PaeModel(mel, settings, types, provenance);
    }
}
