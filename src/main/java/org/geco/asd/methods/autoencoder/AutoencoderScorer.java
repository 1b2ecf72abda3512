package org.geco.asd.methods.autoencoder;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.types.TypesScorer;
import org.geco.asd.mel.Spectrogram;

/** Scores clips by the mean squared error of all their windows, and of all members. For one thread at a time. */
public final class AutoencoderScorer extends TypesScorer<AutoencoderModel, AutoencoderNetwork> {
    /** @param model a trained model */
    public AutoencoderScorer(final AutoencoderModel model) {
        super(model, (type, member) -> {
            final AutoencoderNetwork network = new AutoencoderNetwork(model.settings(), model.mel().mels());
            network.load(member);
            return network;
        });
    }

    /** @return {@link #reconstruct(Clip)} of a model that is loaded for this clip alone */
    public static float[] reconstruct(final AutoencoderModel model, final Clip clip) throws AsdException {
        try (AutoencoderScorer scorer = new AutoencoderScorer(model)) {
            return scorer.reconstruct(clip);
        }
    }

    @Override
    protected float[] reconstruction(final AutoencoderNetwork network, final Spectrogram clip) {
        return network.reconstruct(clip);
    }

    @Override
    protected ClipScore score(final List<AutoencoderNetwork> networks, final Clip clip) throws AsdException {
        return mean(networks.stream().map(network -> network.error(clip.spectrogram())).toList(), clip);
    }
}
