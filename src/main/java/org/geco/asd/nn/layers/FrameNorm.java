package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.ParameterSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer normalisation of each channel over the frames of a clip, with a gain and a shift for each frame
 * ({@link LayerNorm}), and a leaky rectified linear unit. Rows are the frames of one clip after the other. Parameters
 * {@code name.gain} and {@code name.shift}, both [1, frames].
 */
public final class FrameNorm {
    private final Arena m_arena;
    private final FrameConvolution.Size m_size;
    private final double m_slope;
    private final LayerNorm m_norm;

    /** After the unit, a row for each channel of each clip. */
    private final INDArray m_channels;

    /** With parameters of this prefix, for what a convolution of this size gives. */
    public FrameNorm(final ParameterSource parameters, final Arena arena, final String name,
        final FrameConvolution.Size size, final double slope) {
        m_arena = arena;
        m_size = size;
        m_slope = slope;
        final long rows = (long)size.clips() * size.out();
        m_norm = new LayerNorm(parameters, arena, name, rows, size.frames());
        m_channels = arena.intermediate("channels", rows, size.frames());
    }

    /** Sets y to the result of x, both [rows, channels] and not parts of others. */
    public void forward(final INDArray x, final INDArray y) {
        final INDArray channels = m_arena.take(m_channels.shape());
        cube(channels).assign(turned(x));
        m_norm.forward(channels, m_channels);
        m_arena.give(channels);
        LeakyRelu.forward(m_arena, m_channels, slopes());
        turned(y).assign(cube(m_channels));
    }

    /** Sets the gradients of the parameters and dx = dL/dx from dy = dL/dy; dx may be dy. */
    public void backward(final INDArray dy, final INDArray dx) {
        final INDArray d = m_arena.take(m_channels.shape());
        final INDArray through = m_arena.take(m_channels.shape());
        cube(d).assign(turned(dy));
        LeakyRelu.backward(m_arena, m_channels, slopes(), d);
        m_norm.backward(d, through);
        turned(dx).assign(cube(through));
        m_arena.give(through);
        m_arena.give(d);
    }

    private INDArray slopes() {
        return Ops.filledRow(m_arena, m_slope, m_size.frames());
    }

    private INDArray cube(final INDArray channels) {
        return channels.reshape(m_size.clips(), m_size.out(), m_size.frames());
    }

    /** Rows of frames as [clips, channels, frames]. */
    private INDArray turned(final INDArray rows) {
        return Ops.view(rows, new long[]{m_size.clips(), m_size.out(), m_size.frames()},
            new long[]{(long)m_size.frames() * m_size.out(), 1, m_size.out()}, rows.offset());
    }
}
