package org.geco.asd.methods.autoencoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;
import org.geco.asd.nn.runtime.Nd4jRuntime;

/**
 * Scores clips with an autoencoder model: the mean squared error of all their windows in dB², the larger the more
 * anomalous. Holds native memory for each machine type that was scored until it is closed.
 */
public final class AutoencoderScorer implements Scorer {
    private final AutoencoderModel m_model;
    private final Map<String, AutoencoderNetwork> m_networks = new HashMap<>();

    /** @param model a trained model */
    public AutoencoderScorer(final AutoencoderModel model) {
        m_model = model;
    }

    @Override
    public AutoencoderModel model() {
        return m_model;
    }

    @Override
    public List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
        return clips.stream().map(clip -> Outcome.attempt(() -> score(clip))).toList();
    }

    private ClipScore score(final Clip clip) throws AsdException {
        Nd4jRuntime.start();
        return ClipScore.of(m_networks.computeIfAbsent(clip.machine().type(), this::network).error(clip.spectrogram()),
            m_model.method(), clip.name());
    }

    private AutoencoderNetwork network(final String type) {
        final AutoencoderNetwork network = new AutoencoderNetwork(m_model.settings(), m_model.mel().mels());
        network.load(m_model.types().get(type).weights());
        return network;
    }

    @Override
    public void close() {
        m_networks.values().forEach(AutoencoderNetwork::close);
        m_networks.clear();
    }
}
