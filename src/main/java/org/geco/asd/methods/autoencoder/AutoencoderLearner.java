package org.geco.asd.methods.autoencoder;

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

/** Learns one autoencoder for each machine type of a set of normal clips. */
public record AutoencoderLearner(AutoencoderSettings settings) implements TypesLearner<AutoencoderModel> {
    @Override
    public String method() {
        return AutoencoderModel.METHOD;
    }

    @Override
    public String work() {
        return "Training an autoencoder";
    }

    /** Running statistics with a momentum of 0.99 have forgotten their start after so many. */
    @Override
    public int fewSteps() {
        return 500;
    }

    @Override
    public String moreSteps() {
        return "Train it in smaller batches or for more epochs.";
    }

    @Override
    public long bytes(final int mels, final int windows) {
        return AutoencoderNetwork.bytes(settings, mels, windows);
    }

    @Override
    public Trainee trainee(final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        return new AutoencoderTrainee(settings, clips, seeds, progress);
    }

    @Override
    public AutoencoderModel model(final MelSettings mel, final Map<String, TypeModel> types,
        final Optional<Provenance> provenance) {
        return new AutoencoderModel(mel, settings, types, provenance);
    }
}
