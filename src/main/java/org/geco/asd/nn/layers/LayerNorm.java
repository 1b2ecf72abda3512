package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.ParameterSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer normalisation of every row (Ba, Kiros and Hinton; ε as PyTorch's): x̂ = (x − mean)/√(variance + ε),
 * y = gain∘x̂ + shift. Parameters {@code name.gain} and {@code name.shift}, both [1, channels].
 */
final class LayerNorm {
    private static final double EPSILON = 1e-5;

    private final Arena m_arena;
    private final Parameter m_gain;
    private final Parameter m_shift;
    private final INDArray m_normalised;
    private final INDArray m_scale;

    LayerNorm(final ParameterSource parameters, final Arena arena, final String name, final long rows,
        final long channels) {
        m_arena = arena;
        m_gain = parameters.add(name + ".gain", Initializer.constant(1), 1, channels);
        m_shift = parameters.add(name + ".shift", Initializer.constant(0), 1, channels);
        m_normalised = arena.intermediate("normalised", rows, channels);
        m_scale = arena.intermediate("scale", rows, 1);
    }

    /** Sets y [rows, channels]. */
    void forward(final INDArray x, final INDArray y) {
        Ops.rowMeans(m_arena, x, m_scale);
        Ops.subtract(x, m_scale, m_normalised);
        Ops.square(m_normalised, y);
        Ops.rowMeans(m_arena, y, m_scale);
        m_scale.addi(EPSILON);
        Ops.sqrt(m_scale);
        m_scale.rdivi(1);
        Ops.multiply(m_normalised, m_scale, m_normalised);
        Ops.multiply(m_normalised, m_gain.value(), y);
        Ops.add(y, m_shift.value(), y);
    }

    /** dx = (g − mean(g) − x̂·mean(g∘x̂))/√(variance + ε) with g = gain∘dy, the means over each row. */
    void backward(final INDArray dy, final INDArray dx) {
        final INDArray product = m_arena.take(dy.shape());
        final INDArray mean = m_arena.take(dy.size(0), 1);
        Ops.columnSums(m_arena, dy, m_shift.gradient());
        Ops.multiply(dy, m_normalised, product);
        Ops.columnSums(m_arena, product, m_gain.gradient());
        Ops.multiply(dy, m_gain.value(), dx);
        Ops.multiply(dx, m_normalised, product);
        Ops.rowMeans(m_arena, product, mean);
        Ops.multiply(m_normalised, mean, product);
        Ops.rowMeans(m_arena, dx, mean);
        Ops.subtract(dx, mean, dx);
        Ops.subtract(dx, product, dx);
        Ops.multiply(dx, m_scale, dx);
        m_arena.give(mean);
        m_arena.give(product);
    }
}
