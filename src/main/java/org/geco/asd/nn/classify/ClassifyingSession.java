package org.geco.asd.nn.classify;

import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.BatchStatistics;
import org.geco.asd.nn.optim.NetworkSession;
import org.geco.asd.nn.optim.Optimizer;
import org.geco.asd.nn.tensor.Parameters;

/** A network that recognises classes, in training: optimiser and running statistics with it. For one thread. */
public class ClassifyingSession extends NetworkSession {
    private final FeatureExtractor m_extractor;
    private final ClassifyingNetwork m_network;

    /** Of a network of these features, whose parameters are allocated. */
    public ClassifyingSession(final Parameters parameters, final FeatureExtractor features,
        final ClassifyingNetwork network, final Optimizer optimizer) {
        super(parameters, network, optimizer, new BatchStatistics(network.features().layers()), network.classifier());
        m_extractor = features;
        m_network = network;
        parameters.allocate(true);
    }

    /**
     * Changes the weights with a batch.
     *
     * @return loss and logits before the change
     */
    public final Classifier.Result step(final Sample batch, final double learningRate) {
        final Classifier.Result result = m_network.gradients(batch, (z, dz) -> { });
        update(learningRate);
        return result;
    }

    /** @return bytes of a session of a dry run from the first step on, counted: nothing is allocated; closes it */
    public final long countedBytes() {
        try (this) {
            m_network.dryRun();
            return bytes();
        }
    }

    /** @return the network as it is now in evaluation mode, for so many patches; to be closed before the next step */
    public final Evaluation evaluation(final int patches) {
        return new Evaluation(new EmbeddingNetwork(m_extractor, weights(), patches, m_network.shape().frames(),
            m_network.shape().mels()), m_network.classifier());
    }
}
