package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * y = x·W + b for every row of x. Parameters: {@code name.weight} [in, out] (the transpose of PyTorch's) and
 * {@code name.bias} [1, out], both starting uniform in ±1/√in as PyTorch's.
 */
public final class Linear {
    private final Arena m_arena;
    private final Parameter m_weight;
    private final Parameter m_bias;

    /** With parameters of this prefix, from {@code in} inputs to {@code out} outputs. */
    public Linear(final Parameters parameters, final Arena arena, final String name, final long in, final long out) {
        this(arena, parameters.add(name + ".weight", Initializer.fanIn(in), in, out),
            parameters.add(name + ".bias", Initializer.fanIn(in), 1, out));
    }

    /** Of a weight [in, out] and a bias [1, out] that exist. */
    public Linear(final Arena arena, final Parameter weight, final Parameter bias) {
        m_arena = arena;
        m_weight = weight;
        m_bias = bias;
    }

    /** @return the layer that computes outputs {@code from} to {@code to} − 1 of this one; once allocated */
    Linear outputs(final long from, final long to) {
        return new Linear(m_arena, m_weight.columns(from, to), m_bias.columns(from, to));
    }

    /** Sets y [n, out] to the result of x [n, in]. */
    public void forward(final INDArray x, final INDArray y) {
        Ops.product(x, m_weight.value(), y);
        Ops.add(y, m_bias.value(), y);
    }

    /** Sets the gradients of the parameters from dy = dL/dy and the x that the forward pass had. */
    public void backward(final INDArray x, final INDArray dy) {
        Ops.productOfTransposed(x, dy, m_weight.gradient());
        Ops.columnSums(m_arena, dy, m_bias.gradient());
    }

    /** As {@link #backward(INDArray, INDArray)}, and sets dx = dL/dx. */
    public void backward(final INDArray x, final INDArray dy, final INDArray dx) {
        backward(x, dy);
        Ops.productWithTransposed(dy, m_weight.value(), dx);
    }

    /** As {@link #backward(INDArray, INDArray)}, and adds dL/dx to dx: for an input that other layers use too. */
    void backwardAdding(final INDArray x, final INDArray dy, final INDArray dx) {
        backward(x, dy);
        Ops.addProductWithTransposed(dy, m_weight.value(), dx);
    }
}
