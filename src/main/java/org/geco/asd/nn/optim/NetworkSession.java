package org.geco.asd.nn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.files.Tensor;
import org.geco.asd.nn.tensor.Buffers;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;

/** The session of a network that is built of this engine's layers. */
public abstract class NetworkSession implements Session {
    private final Parameters m_parameters;
    private final Network m_network;
    private final Optimizer m_optimizer;
    private final List<Buffers> m_buffers;

    /** What lies between a network's input and its losses. */
    public interface Network extends AutoCloseable {
        /** @return its off-heap bytes */
        long bytes();

        /** Frees everything but the parameters. */
        @Override
        void close();
    }

    /** Closes all of them with the session. */
    protected NetworkSession(final Parameters parameters, final Network network, final Optimizer optimizer,
        final Buffers... buffers) {
        m_parameters = parameters;
        m_network = network;
        m_optimizer = optimizer;
        m_buffers = List.of(buffers);
    }

    /** @return the parameters, for predictions with them as they are at each prediction */
    protected final Parameters parameters() {
        return m_parameters;
    }

    /** Changes the parameters against the gradients that the network has set. */
    protected final void update(final double learningRate) {
        m_buffers.forEach(Buffers::update);
        m_optimizer.step(learningRate);
    }

    /** @return a copy of the parameters and buffers */
    @Override
    public final Weights weights() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(m_parameters.weights().tensors());
        m_buffers.forEach(buffers -> buffers.copyTo(tensors));
        return Weights.of(tensors);
    }

    /** @param weights a model's; buffers that it lacks start anew */
    @Override
    public final void load(final Weights weights) {
        m_parameters.load(weights);
        m_buffers.forEach(buffers -> buffers.load(weights));
    }

    @Override
    public final Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(weights().tensors());
        tensors.putAll(m_optimizer.state().tensors());
        return Weights.of(tensors);
    }

    @Override
    public final void restore(final Weights state) {
        load(state);
        m_optimizer.restore(state);
    }

    /** @return off-heap bytes held by the network, its parameters and the optimiser */
    public final long bytes() {
        return m_network.bytes() + m_parameters.bytes() + m_optimizer.bytes();
    }

    @Override
    public final void close() {
        m_network.close();
        m_optimizer.close();
        m_parameters.close();
    }
}
