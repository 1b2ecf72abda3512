package org.geco.asd.nn.layers;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.ParameterSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution over the frames of clips without bias, beyond whose ends are zeros: y(t) = Σ_k x(t + first + k)·W_k.
 * Rows are the frames of one clip after the other. A kernel of three frames is PyTorch's {@code Conv1d} of kernel 3
 * and padding 1 (first = −1). Of samples as rows of one hop each, a kernel of two rows (first = −1) is the convolution
 * of a waveform with kernel 2·hop, stride hop and padding hop: a row is used by two frames, and never copied.
 * Parameters: {@code name.weight1} … [in, out], starting uniform in ±1/√(in · kernel) as PyTorch's.
 */
public final class FrameConvolution {
    private final Arena m_arena;
    private final Size m_size;
    private final int m_first;
    private final List<Parameter> m_weights = new ArrayList<>();

    /** So many clips of so many frames, and the values of a frame. */
    public record Size(int clips, int frames, int in, int out) {
        /** @return frames of all clips */
        public long rows() {
            return (long)clips * frames;
        }
    }

    /** With parameters of this prefix; the kernel is of so many frames, of which this is the first. */
    public FrameConvolution(final ParameterSource parameters, final Arena arena, final String name, final Size size,
        final int first, final int kernel) {
        m_arena = arena;
        m_size = size;
        m_first = first;
        for (int k = 1; k <= kernel; k++) {
            m_weights.add(parameters.add(name + ".weight" + k, Initializer.fanIn((long)size.in() * kernel), size.in(),
                size.out()));
        }
    }

    /** Sets y [rows, out], not a part of another, to the result of x [rows, in]. */
    public void forward(final INDArray x, final INDArray y) {
        final INDArray part = m_arena.take(y.shape());
        Ops.product(x, m_weights.get(-m_first).value(), y);
        for (int k = 0; k < m_weights.size(); k++) {
            final int shift = m_first + k;
            if (shift != 0 && Math.abs(shift) < m_size.frames()) {
                Ops.product(x, m_weights.get(k).value(), part);
                Ops.add(from(y, -shift), from(part, shift), from(y, -shift));
            }
        }
        m_arena.give(part);
    }

    /** All frames of each clip but the first {@code start}, or, if that is negative, the last ones. */
    private INDArray from(final INDArray rows, final int start) {
        return Ops.view(rows, new long[]{m_size.clips(), m_size.frames() - Math.abs(start), m_size.out()},
            new long[]{(long)m_size.frames() * m_size.out(), m_size.out(), 1},
            rows.offset() + (long)Math.max(0, start) * m_size.out());
    }

    /** Sets the gradients of the parameters from dy = dL/dy and the x that the forward pass had. */
    public void backward(final INDArray x, final INDArray dy) {
        final INDArray shifted = m_arena.take(dy.shape());
        for (int k = 0; k < m_weights.size(); k++) {
            Ops.productOfTransposed(x, shifted(dy, m_first + k, shifted), m_weights.get(k).gradient());
        }
        m_arena.give(shifted);
    }

    /** As {@link #backward(INDArray, INDArray)}, and sets dx = dL/dx. */
    public void backward(final INDArray x, final INDArray dy, final INDArray dx) {
        backward(x, dy);
        final INDArray shifted = m_arena.take(dy.shape());
        Ops.productWithTransposed(dy, m_weights.get(-m_first).value(), dx);
        for (int k = 0; k < m_weights.size(); k++) {
            if (m_first + k != 0) {
                Ops.addProductWithTransposed(shifted(dy, m_first + k, shifted), m_weights.get(k).value(), dx);
            }
        }
        m_arena.give(shifted);
    }

    /** @return what a frame of x got from dy through the weights that see it so many frames ahead */
    private INDArray shifted(final INDArray dy, final int shift, final INDArray to) {
        if (shift == 0) {
            return dy;
        }
        to.assign(0);
        if (Math.abs(shift) < m_size.frames()) {
            from(to, shift).assign(from(dy, -shift));
        }
        return to;
    }
}
