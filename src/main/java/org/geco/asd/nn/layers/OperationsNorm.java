package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Of ND4J's operations: on any device, in any precision. */
final class OperationsNorm implements ChannelNorm {
    private final Arena m_arena;
    private final Affine m_affine;
    private final INDArray m_mean;
    private final INDArray m_variance;

    /** 1/√(variance + ε). */
    private final INDArray m_scale;

    /** gain/√(variance + ε). */
    private final INDArray m_factor;

    OperationsNorm(final Arena arena, final int channels, final Affine affine) {
        m_arena = arena;
        m_affine = affine;
        m_mean = arena.array(1, channels);
        m_variance = arena.array(1, channels);
        m_scale = arena.array(1, channels);
        m_factor = arena.array(1, channels);
    }

    /** u becomes u − mean. */
    @Override
    public void forward(final INDArray u, final Rectifier unit, final INDArray y) {
        Ops.columnMeans(m_arena, u, m_mean);
        Ops.subtract(u, m_mean, u);
        Ops.square(u, y);
        Ops.columnMeans(m_arena, y, m_variance);
        m_variance.add(EPSILON, m_scale);
        Ops.sqrt(m_scale);
        m_scale.rdivi(1);
        Ops.multiply(m_scale, m_affine.gain().value(), m_factor);
        repeat(u, y);
        unit.forward(y);
    }

    @Override
    public void repeat(final INDArray u, final INDArray y) {
        Ops.multiply(u, m_factor, y);
        Ops.add(y, m_affine.shift().value(), y);
    }

    @Override
    public void backward(final INDArray u, final INDArray d, final INDArray du) {
        final INDArray dGain = m_affine.gain().gradient();
        final INDArray dShift = m_affine.shift().gradient();
        final INDArray channel = m_arena.take(m_mean.shape());
        Ops.columnSums(m_arena, d, dShift);
        Ops.multiply(d, u, du);
        Ops.columnSums(m_arena, du, channel);
        Ops.multiply(channel, m_scale, dGain);
        Ops.multiply(dGain, m_factor, channel);
        Ops.multiply(channel, m_scale, channel);
        channel.muli(-1.0 / u.size(0));
        Ops.multiply(u, channel, u);
        Ops.multiply(d, m_factor, du);
        Ops.add(du, u, du);
        Ops.multiply(dShift, m_factor, channel);
        channel.muli(-1.0 / u.size(0));
        Ops.add(du, channel, du);
        m_arena.give(channel);
    }

    @Override
    public double[] mean() {
        return Ops.read(m_mean);
    }

    @Override
    public double[] variance() {
        return Ops.read(m_variance);
    }
}
