package org.geco.asd.methods.pae;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.optim.Adam;
import org.geco.asd.nn.optim.Optimizer;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.geco.asd.nn.tensor.Weights.Tensor;
import org.nd4j.linalg.api.buffer.DataType;

/** The PAE of one machine type in training: network and optimiser, one step at a time. For one thread. */
final class PaeSession implements AutoCloseable {

    private final PaeArchitecture m_sizes;

    private final int m_mels;

    private final Parameters m_parameters;

    private final PaeNetwork m_network;

    private final Optimizer m_optimizer;

    /**
     * @param sizes the network's sizes
     * @param mels number of mel bands
     * @param windows capacity of the batches
     * @param seeds where initial parameters come from
     */
    PaeSession(final PaeArchitecture sizes, final int mels, final int windows, final Seeds seeds) {
        this(sizes, mels, windows, new Parameters(DataType.FLOAT, seeds));
    }

    private PaeSession(final PaeArchitecture sizes, final int mels, final int windows, final Parameters parameters) {
        m_sizes = sizes;
        m_mels = mels;
        m_parameters = parameters;
        m_network = new PaeNetwork(m_parameters, sizes, mels, windows, true);
        m_optimizer = new Adam(m_parameters);
    }

    /**
     * The memory that a session takes from its first step on, counted by a dry run: nothing is allocated, and ND4J need
     * not have been started.
     *
     * @param sizes the network's sizes
     * @param mels number of mel bands
     * @param windows capacity of the batches
     * @return off-heap bytes of network, optimiser and one batch, and of predictions of held-out clips beside them
     */
    static long bytes(final PaeArchitecture sizes, final int mels, final int windows) {
        try (PaeSession counted = new PaeSession(sizes, mels, windows, Parameters.dryRun(DataType.FLOAT))) {
            counted.m_network.dryRun(true);
            return counted.bytes() + PaeInference.bytes(sizes, mels, counted.m_parameters);
        }
    }

    /**
     * Changes the parameters.
     *
     * @param batch the windows to learn from, of the session's capacity
     * @param learningRate learning rate
     * @return the loss before the change: the mean squared error of the masked frames, in standardised units
     */
    double step(final WindowBatch batch, final double learningRate) {
        final double loss = m_network.gradients(batch.input(), batch.targets(), batch.errorWeights());
        m_optimizer.step(learningRate);
        return loss;
    }

    /** @return a copy of the parameters: what a model needs */
    Weights weights() {
        return m_parameters.weights();
    }

    /** @return a copy of the parameters and the optimiser's state: all that it takes to go on */
    Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(m_parameters.weights().tensors());
        tensors.putAll(m_optimizer.state().tensors());
        return Weights.of(tensors);
    }

    /**
     * Goes on where another session was.
     *
     * @param state its {@link #state()}
     */
    void restore(final Weights state) {
        m_parameters.load(state);
        m_optimizer.restore(state);
    }

    /**
     * Starts from a trained model; the optimiser's state stays.
     *
     * @param parameters {@link #weights()} of it
     */
    void load(final Weights parameters) {
        m_parameters.load(parameters);
    }

    /**
     * @param standardisation of the input
     * @return predictions with the parameters as they are at each prediction; to be closed before the session
     */
    PaeInference inference(final Standardisation standardisation) {
        return PaeInference.of(m_sizes, m_mels, standardisation, m_parameters);
    }

    /** @return off-heap bytes held by the network and its optimiser */
    long bytes() {
        return m_network.bytes() + m_parameters.bytes() + m_optimizer.bytes();
    }

    @Override
    public void close() {
        m_network.close();
        m_optimizer.close();
        m_parameters.close();
    }
}
