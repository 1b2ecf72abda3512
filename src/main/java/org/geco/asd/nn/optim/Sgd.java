package org.geco.asd.nn.optim;

import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stochastic gradient descent with classical (not Nesterov) momentum and weight decay as PyTorch's {@code optim.SGD}:
 * g ← g + decay·w, v ← momentum·v + g, w ← w − rate·v.
 */
public final class Sgd implements Optimizer {
    private static final String VELOCITY = "sgd.velocity.";

    private final Parameters m_parameters;
    private final INDArray m_velocity;
    private final double m_momentum;
    private final double m_weightDecay;

    /** Changes the parameters in place; momentum from 0 to below 1. */
    public Sgd(final Parameters parameters, final double momentum, final double weightDecay) {
        m_parameters = parameters;
        m_velocity = parameters.vector();
        m_momentum = momentum;
        m_weightDecay = weightDecay;
    }

    @Override
    public void step(final double learningRate) {
        m_velocity.muli(m_momentum);
        add(1, m_parameters.gradients(), m_velocity);
        add(m_weightDecay, m_parameters.values(), m_velocity);
        add(-learningRate, m_velocity, m_parameters.values());
    }

    /** y ← y + factor·x. */
    static void add(final double factor, final INDArray x, final INDArray y) {
        Nd4j.getBlasWrapper().level1().axpy(y.length(), factor, x, y);
    }

    @Override
    public Weights state() {
        return Weights.of(m_parameters.split(m_velocity, VELOCITY));
    }

    @Override
    public void restore(final Weights state) {
        m_parameters.join(state, VELOCITY, m_velocity);
    }

    @Override
    public long bytes() {
        return m_velocity.length() * m_velocity.dataType().width();
    }

    @Override
    public void close() {
        m_velocity.close();
    }
}
