package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Gaussian error linear unit in its sigmoid form, y = x·σ(1.702·x). The gradient is written with y and σ, because
 * that of ND4J's own operation is not a number above 28.
 */
public final class Gelu {
    private static final double SLOPE = 1.702;

    private final Arena m_arena;
    private final INDArray m_sigmoid;

    /** For inputs of this shape. */
    public Gelu(final Arena arena, final long... shape) {
        m_arena = arena;
        m_sigmoid = arena.intermediate("sigmoid", shape);
    }

    /** @param x replaced by the result */
    public void forward(final INDArray x) {
        x.mul(SLOPE, m_sigmoid);
        Ops.sigmoid(m_sigmoid);
        Ops.multiply(x, m_sigmoid, x);
    }

    /** d = dL/dy is replaced by dL/dx, with dy/dx = σ + 1.702·y·(1 − σ) for the result y of the forward pass. */
    public void backward(final INDArray y, final INDArray d) {
        final INDArray slope = m_arena.take(y.shape());
        m_sigmoid.rsub(1, slope);
        Ops.multiply(slope, y, slope);
        slope.muli(SLOPE);
        Ops.add(slope, m_sigmoid, slope);
        Ops.multiply(d, slope, d);
        m_arena.give(slope);
    }
}
