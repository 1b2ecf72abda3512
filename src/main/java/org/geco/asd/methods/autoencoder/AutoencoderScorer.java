package org.geco.asd.methods.autoencoder;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.types.Means;
import org.geco.asd.learn.types.TypesScorer;

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

    /**
     * @return a clip as the model reconstructs it, of several members their mean, in dB, frame after frame; fails if
     *         the model cannot score it
     */
    public static float[] reconstruct(final AutoencoderModel model, final Clip clip) throws AsdException {
        try (AutoencoderScorer scorer = new AutoencoderScorer(model)) {
            final Clip checked = model.check(clip);
            return Means.of(scorer.networks(checked.machine().type()).stream()
                .map(network -> network.reconstruct(checked.spectrogram())).toList());
        }
    }

    @Override
    protected ClipScore score(final List<AutoencoderNetwork> networks, final Clip clip) throws AsdException {
        return mean(networks.stream().map(network -> network.error(clip.spectrogram())).toList(), clip);
    }
}
