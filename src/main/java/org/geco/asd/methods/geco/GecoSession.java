package org.geco.asd.methods.geco;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.layers.BatchStatistics;
import org.geco.asd.nn.optim.NetworkSession;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.resnet.EmbeddingNetwork;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.buffer.DataType;

/** GeCo in training: network, optimiser and running statistics, one step at a time. For one thread. */
final class GecoSession extends NetworkSession {
    private final ResNet18 m_resNet;
    private final GecoNetwork.Shape m_shape;
    private final GecoNetwork m_network;

    /** With SGD's momentum and weight decay, and the seeds of initial weights. */
    GecoSession(final ResNet18 network, final GecoNetwork.Shape shape, final LossSettings loss,
        final double momentum, final double weightDecay, final Seeds seeds) {
        this(new Parameters(DataType.FLOAT, seeds), network, shape, loss, momentum, weightDecay);
    }

    private GecoSession(final Parameters parameters, final ResNet18 network, final GecoNetwork.Shape shape,
        final LossSettings loss, final double momentum, final double weightDecay) {
        this(parameters, network, shape, new GecoNetwork(parameters, network, shape, loss), momentum, weightDecay);
    }

    private GecoSession(final Parameters parameters, final ResNet18 resNet, final GecoNetwork.Shape shape,
        final GecoNetwork network, final double momentum, final double weightDecay) {
        super(parameters, network, new Sgd(parameters, momentum, weightDecay),
            new BatchStatistics(network.layers()), network.classifier());
        m_resNet = resNet;
        m_shape = shape;
        m_network = network;
    }

    /**
     * @return off-heap bytes of network, optimiser and one batch from the first step on, counted by a dry run: nothing
     *         is allocated, and ND4J need not have been started
     */
    static long bytes(final ResNet18 network, final GecoNetwork.Shape shape, final LossSettings loss) {
        try (GecoSession counted = new GecoSession(Parameters.dryRun(DataType.FLOAT), network, shape, loss, 0, 0)) {
            counted.m_network.dryRun();
            return counted.bytes();
        }
    }

    /**
     * Changes the weights with a batch.
     *
     * @return losses and logits before the change
     */
    GecoNetwork.Losses step(final GecoBatches.Sample batch, final double lambda, final double learningRate) {
        final GecoNetwork.Losses losses = m_network.gradients(batch, lambda);
        update(learningRate);
        return losses;
    }

    /** @return the network as it is now in evaluation mode, for so many patches; to be closed before the next step */
    GecoEvaluation evaluation(final int patches) {
        return m_network.evaluation(new EmbeddingNetwork(m_resNet, weights(), patches, m_shape.frames(),
            m_shape.mels()));
    }
}
