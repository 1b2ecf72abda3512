package org.geco.asd.methods.geco;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.ClassifyingSession;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.buffer.DataType;

/** GeCo in training: network, optimiser and running statistics, one step at a time. For one thread. */
final class GecoSession extends ClassifyingSession {
    private final GecoNetwork m_network;

    /** With SGD's momentum and weight decay, and the seeds of initial weights. */
    GecoSession(final FeatureExtractor network, final ClassifyingNetwork.Shape shape, final LossSettings loss,
        final double momentum, final double weightDecay, final Seeds seeds) {
        this(new Parameters(DataType.FLOAT, seeds), network, shape, loss, momentum, weightDecay);
    }

    private GecoSession(final Parameters parameters, final FeatureExtractor network,
        final ClassifyingNetwork.Shape shape, final LossSettings loss, final double momentum,
        final double weightDecay) {
        this(parameters, network, new GecoNetwork(parameters, network, shape, loss), momentum, weightDecay);
    }

    private GecoSession(final Parameters parameters, final FeatureExtractor features, final GecoNetwork network,
        final double momentum, final double weightDecay) {
        super(parameters, features, network, new Sgd(parameters, momentum, weightDecay));
        m_network = network;
    }

    /**
     * @return off-heap bytes of network, optimiser and one batch from the first step on, counted by a dry run: nothing
     *         is allocated, and ND4J need not have been started
     */
    static long bytes(final FeatureExtractor network, final ClassifyingNetwork.Shape shape, final LossSettings loss) {
        return new GecoSession(Parameters.dryRun(DataType.FLOAT), network, shape, loss, 0, 0).countedBytes();
    }

    /**
     * Changes the weights with a batch.
     *
     * @return losses and logits before the change
     */
    GecoNetwork.Losses step(final Sample batch, final double lambda, final double learningRate) {
        final GecoNetwork.Losses losses = m_network.gradients(batch, lambda);
        update(learningRate);
        return losses;
    }
}
