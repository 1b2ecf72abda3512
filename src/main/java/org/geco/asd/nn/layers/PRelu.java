package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.ParameterSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rectified linear unit with a slope below 0 that is learned for each channel (He et al., <i>Delving Deep into
 * Rectifiers</i>, ICCV 2015). Parameter: {@code name.slope} [1, channels], starting at 0.25.
 */
public final class PRelu {
    private static final double START = 0.25;

    private final Arena m_arena;
    private final FeatureMap m_map;
    private final Parameter m_slopes;

    /** With a parameter of this prefix, for images of a size. */
    public PRelu(final ParameterSource parameters, final Arena arena, final String name, final FeatureMap map) {
        m_arena = arena;
        m_map = map;
        m_slopes = parameters.add(name + ".slope", Initializer.constant(START), 1, map.channels());
    }

    /** y ← the unit's value for y, images of the size. */
    public void forward(final INDArray y) {
        LeakyRelu.forward(m_arena, m_map.rows(y), m_slopes.value());
    }

    /** Sets the gradient of the slopes, and d ← dL/dx for d = dL/dy and the x of the forward pass. */
    public void backward(final INDArray x, final INDArray d) {
        final INDArray rows = m_map.rows(x);
        final INDArray gradient = m_map.rows(d);
        final INDArray below = m_arena.take(rows.shape());
        Ops.relu(rows, below);
        Ops.subtract(rows, below, below);
        Ops.multiply(below, gradient, below);
        Ops.columnSums(m_arena, below, m_slopes.gradient());
        m_arena.give(below);
        LeakyRelu.backward(m_arena, rows, m_slopes.value(), gradient);
    }
}
