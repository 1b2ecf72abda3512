package org.geco.asd.nn.train;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.nn.Weights;
import org.geco.asd.nn.Weights.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stochastic gradient descent with classical (not Nesterov) momentum and weight decay as PyTorch's {@code optim.SGD}:
 * g ← g + decay·w, v ← momentum·v + g, w ← w − rate·v.
 */
public final class Sgd implements Optimizer {

    private final Map<String, INDArray> m_parameters;

    private final StateArrays m_velocity;

    private final double m_momentum;

    private final double m_weightDecay;

    /**
     * @param parameters name → array, changed in place by every step
     * @param momentum 0 to below 1
     * @param weightDecay factor of the parameters added to their gradients
     */
    public Sgd(final Map<String, INDArray> parameters, final double momentum, final double weightDecay) {
        m_parameters = parameters;
        m_velocity = new StateArrays("sgd.velocity.", parameters);
        m_momentum = momentum;
        m_weightDecay = weightDecay;
    }

    @Override
    public void step(final Map<String, INDArray> gradients, final double learningRate) {
        m_parameters.forEach((name, parameter) -> {
            final INDArray velocity = m_velocity.get(name);
            velocity.muli(m_momentum);
            add(1, gradients.get(name), velocity);
            add(m_weightDecay, parameter, velocity);
            add(-learningRate, velocity, parameter);
        });
    }

    /** y ← y + factor·x without a temporary array; BLAS wants vectors in the same order. */
    private static void add(final double factor, final INDArray x, final INDArray y) {
        final boolean sameOrder = x.ordering() == 'c' && y.ordering() == 'c' && !x.isView() && !y.isView();
        final INDArray source = sameOrder ? x : x.dup('c');
        Nd4j.getBlasWrapper().level1().axpy(y.length(), factor, source.reshape(x.length()), y.reshape(y.length()));
    }

    @Override
    public Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        m_velocity.copyTo(tensors);
        return Weights.of(tensors);
    }

    @Override
    public void restore(final Weights state) {
        m_velocity.restore(state);
    }

    @Override
    public void close() {
        m_velocity.close();
    }
}
