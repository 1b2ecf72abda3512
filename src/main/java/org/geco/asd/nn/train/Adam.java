package org.geco.asd.nn.train;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.nn.Weights;
import org.geco.asd.nn.Weights.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** Adam (Kingma and Ba) as PyTorch's {@code optim.Adam} defines it, β = (0.9, 0.999), ε = 1e-8. */
public final class Adam implements Optimizer {

    private static final double BETA_1 = 0.9;

    private static final double BETA_2 = 0.999;

    private static final double EPSILON = 1e-8;

    private static final String STEPS = "adam.steps";

    private final Map<String, INDArray> m_parameters;

    private final StateArrays m_first;

    private final StateArrays m_second;

    private int m_steps;

    /** @param parameters name → array, changed in place by every step */
    public Adam(final Map<String, INDArray> parameters) {
        m_parameters = parameters;
        m_first = new StateArrays("adam.first.", parameters);
        m_second = new StateArrays("adam.second.", parameters);
    }

    @Override
    public void step(final Map<String, INDArray> gradients, final double learningRate) {
        // PyTorch adds ε after the bias correction of the second moment, ND4J's kernel before it
        final double epsilon = EPSILON * Math.sqrt(1 - Math.pow(BETA_2, m_steps + 1.0));
        m_parameters.forEach((name, parameter) -> {
            final INDArray gradient = gradients.get(name);
            Nd4j.exec(new AdamUpdater(gradient, m_second.get(name), m_first.get(name), learningRate, BETA_1, BETA_2,
                epsilon, m_steps));
            parameter.subi(gradient);
        });
        m_steps++;
    }

    @Override
    public Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(STEPS, new Tensor(new long[]{1}, new float[]{Float.intBitsToFloat(m_steps)}));
        m_first.copyTo(tensors);
        m_second.copyTo(tensors);
        return Weights.of(tensors);
    }

    @Override
    public void restore(final Weights state) {
        m_steps = Float.floatToRawIntBits(state.get(STEPS).values()[0]);
        m_first.restore(state);
        m_second.restore(state);
    }

    @Override
    public void close() {
        m_first.close();
        m_second.close();
    }
}
