package org.geco.asd.methods.geco;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.layers.BatchStatistics;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.resnet.EmbeddingNetwork;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.geco.asd.nn.tensor.Weights.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** GeCo in training: network, optimiser and running statistics, one step at a time. For one thread. */
final class GecoSession implements AutoCloseable {

    private final ResNet18 m_resNet;

    private final GecoNetwork.Shape m_shape;

    private final Parameters m_parameters;

    private final GecoNetwork m_network;

    private final Sgd m_optimiser;

    private final BatchStatistics m_statistics;

    /**
     * What one step gave.
     *
     * @param ce L_CE
     * @param con L_con; NaN without a contrastive loss
     * @param logits [batch, classes]
     * @param conLogits [batch]; empty unless L_con is the binary form
     */
    record Step(double ce, double con, float[] logits, float[] conLogits) {
    }

    /**
     * @param network the feature extractor
     * @param shape sizes of the batch
     * @param loss form of L_con and its temperature
     * @param momentum of SGD
     * @param weightDecay of SGD
     * @param seeds where initial weights come from
     */
    GecoSession(final ResNet18 network, final GecoNetwork.Shape shape, final Contrast loss,
        final double momentum, final double weightDecay, final Seeds seeds) {
        this(new Parameters(DataType.FLOAT, seeds), network, shape, loss, momentum, weightDecay);
    }

    private GecoSession(final Parameters parameters, final ResNet18 network, final GecoNetwork.Shape shape,
        final Contrast loss, final double momentum, final double weightDecay) {
        m_resNet = network;
        m_shape = shape;
        m_parameters = parameters;
        m_network = new GecoNetwork(m_parameters, network, shape, loss.form(), loss.temperature());
        m_optimiser = new Sgd(m_parameters, momentum, weightDecay);
        m_statistics = new BatchStatistics(m_network.layers());
    }

    /**
     * The memory that a session takes from its first step on, counted by a dry run: nothing is allocated, and ND4J need
     * not have been started.
     *
     * @param network the feature extractor
     * @param shape sizes of the batch
     * @param loss form of L_con
     * @return off-heap bytes of network, optimiser and one batch of patches
     */
    static long bytes(final ResNet18 network, final GecoNetwork.Shape shape, final Contrast loss) {
        try (GecoSession counted = new GecoSession(Parameters.dryRun(DataType.FLOAT), network, shape, loss, 0, 0)) {
            counted.m_network.dryRun();
            return counted.bytes();
        }
    }

    /**
     * @param form the form of L_con
     * @param temperature divides the similarities of Eqn (2)
     */
    record Contrast(ContrastiveForm form, double temperature) {
    }

    /**
     * Changes the weights.
     *
     * @param patches standardised patches [batch, frames, mels, 1]: the originals, then their reconstructions
     * @param classes class of each original
     * @param lambda λ
     * @param learningRate learning rate
     * @return losses and logits before the change
     */
    Step step(final INDArray patches, final int[] classes, final double lambda, final double learningRate) {
        final GecoNetwork.Losses losses = m_network.gradients(patches, classes, lambda);
        m_statistics.update();
        m_optimiser.step(learningRate);
        return new Step(losses.ce(), losses.con(), losses.logits(), losses.conLogits());
    }

    /**
     * @param patches patches that are computed together at most
     * @return the network as it is now, in evaluation mode; to be closed before the next step
     */
    GecoEvaluation evaluation(final int patches) {
        return m_network.evaluation(new EmbeddingNetwork(m_resNet, weights(), patches, m_shape.frames(),
            m_shape.mels()));
    }

    /** @return a copy of the parameters and running statistics: what a model needs */
    Weights weights() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(m_parameters.weights().tensors());
        m_statistics.copyTo(tensors);
        return Weights.of(tensors);
    }

    /** @return a copy of the parameters, the momentum and the running statistics: all that it takes to go on */
    Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(weights().tensors());
        tensors.putAll(m_optimiser.state().tensors());
        return Weights.of(tensors);
    }

    /**
     * Goes on where another session was.
     *
     * @param state its {@link #state()}
     */
    void restore(final Weights state) {
        load(state);
        m_optimiser.restore(state);
    }

    /**
     * Starts from a trained model; the momentum stays.
     *
     * @param weights {@link #weights()} of it; running statistics that it lacks start anew
     */
    void load(final Weights weights) {
        m_parameters.load(weights);
        m_statistics.load(weights);
    }

    /** @return off-heap bytes held by the network and its optimiser */
    long bytes() {
        return m_network.bytes() + m_parameters.bytes() + m_optimiser.bytes();
    }

    @Override
    public void close() {
        m_network.close();
        m_optimiser.close();
        m_parameters.close();
    }
}
