package org.geco.asd.methods.autoencoder;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.types.TypesScorer;

/** Scores clips by the mean squared error of all their windows. For one thread at a time. */
public final class AutoencoderScorer extends TypesScorer<AutoencoderModel, AutoencoderNetwork> {
    /** @param model a trained model */
    public AutoencoderScorer(final AutoencoderModel model) {
        super(model, type -> {
            final AutoencoderNetwork network = new AutoencoderNetwork(model.settings(), model.mel().mels());
            network.load(type.weights());
            return network;
        });
    }

    /** @return a clip as the model reconstructs it, in dB, frame after frame; fails if the model cannot score it */
    public static float[] reconstruct(final AutoencoderModel model, final Clip clip) throws AsdException {
        try (AutoencoderScorer scorer = new AutoencoderScorer(model)) {
            final Clip checked = model.check(clip);
            return scorer.network(checked.machine().type()).reconstruct(checked.spectrogram());
        }
    }

    @Override
    protected ClipScore score(final AutoencoderNetwork network, final Clip clip) throws AsdException {
        return ClipScore.of(network.error(clip.spectrogram()), AutoencoderModel.METHOD, clip.name());
    }
}
