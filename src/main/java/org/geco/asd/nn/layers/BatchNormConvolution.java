package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution with batch normalisation in training: the batch's own mean and variance normalise each channel (Ioffe
 * and Szegedy; ε as PyTorch's {@code BatchNorm2d}): y = gain·(u − mean)/√(variance + ε) + shift for the convolution's
 * output u.
 */
public final class BatchNormConvolution implements ConvolutionLayer {
    /** What follows a layer's name in the names of its parameters and running statistics. */
    static final String WEIGHT = ".conv.weight";
    static final String GAIN = ".norm.gain";
    static final String SHIFT = ".norm.shift";
    static final String MEAN = ".norm.mean";
    static final String VARIANCE = ".norm.variance";

    /** ε of batch normalisation, PyTorch's default. */
    static final double EPSILON = 1e-5;

    private final Arena m_arena;
    private final String m_name;
    private final Convolution m_convolution;
    private final ConvolutionGradient m_gradient;
    private final FeatureMap m_out;
    private final Parameter m_weight;
    private final Parameter m_gain;
    private final Parameter m_shift;

    /** u − mean of the channel. */
    private final INDArray m_centred;
    private final INDArray m_output;
    private final INDArray m_mean;
    private final INDArray m_variance;

    /** 1/√(variance + ε). */
    private final INDArray m_scale;

    /** gain/√(variance + ε). */
    private final INDArray m_factor;

    /** With parameters of this prefix, for an input of a size; that of the network's first layer needs no gradient. */
    public BatchNormConvolution(final Parameters parameters, final Arena arena, final String name, final FeatureMap in,
        final Convolution c, final boolean first) {
        m_arena = arena;
        m_name = name;
        m_convolution = c;
        m_gradient = ConvolutionGradient.of(arena, c, in, first);
        m_out = c.output(in);
        // He et al., as torchvision: normal with variance 2 / fan-out
        final double deviation = Math.sqrt(2.0 / (c.out() * c.kernel() * c.kernel()));
        m_weight = parameters.add(name + WEIGHT, Initializer.normal(deviation), c.weights(in.channels()));
        m_gain = parameters.add(name + GAIN, Initializer.constant(1), 1, c.out());
        m_shift = parameters.add(name + SHIFT, Initializer.constant(0), 1, c.out());
        m_centred = m_out.array(arena);
        m_output = m_out.array(arena);
        m_mean = arena.array(1, c.out());
        m_variance = arena.array(1, c.out());
        m_scale = arena.array(1, c.out());
        m_factor = arena.array(1, c.out());
    }

    @Override
    public FeatureMap out() {
        return m_out;
    }

    @Override
    public INDArray forward(final INDArray x) {
        m_convolution.forward(x, m_weight.value(), m_centred);
        final INDArray centred = m_out.rows(m_centred);
        final INDArray output = m_out.rows(m_output);
        Ops.columnMeans(m_arena, centred, m_mean);
        Ops.subtract(centred, m_mean, centred);
        Ops.square(centred, output);
        Ops.columnMeans(m_arena, output, m_variance);
        m_variance.add(EPSILON, m_scale);
        Ops.sqrt(m_scale);
        m_scale.rdivi(1);
        Ops.multiply(m_scale, m_gain.value(), m_factor);
        Ops.multiply(centred, m_factor, output);
        Ops.add(output, m_shift.value(), output);
        return m_output;
    }

    /**
     * Sets the gradients of the parameters and of the input; to be called once after a forward pass. With a =
     * gain/√(…), d = dL/dy, c = u − mean and n values a channel: dL/du = a·d − a/(variance + ε)·mean(d·c)·c −
     * a·mean(d). x is what the forward pass had, dy is not changed, dx is null for the first layer.
     */
    public void backward(final INDArray x, final INDArray dy, final INDArray dx) {
        final INDArray centred = m_out.rows(m_centred);
        final INDArray d = m_out.rows(dy);
        final INDArray du = m_out.take(m_arena);
        final INDArray rows = m_out.rows(du);
        final INDArray channel = m_arena.take(1, m_out.channels());
        Ops.columnSums(m_arena, d, m_shift.gradient());
        Ops.multiply(d, centred, rows);
        Ops.columnSums(m_arena, rows, channel);
        Ops.multiply(channel, m_scale, m_gain.gradient());
        Ops.multiply(m_gain.gradient(), m_factor, channel);
        Ops.multiply(channel, m_scale, channel);
        channel.muli(-1.0 / m_out.rows());
        Ops.multiply(centred, channel, centred);
        Ops.multiply(d, m_factor, rows);
        Ops.add(rows, centred, rows);
        Ops.multiply(m_shift.gradient(), m_factor, channel);
        channel.muli(-1.0 / m_out.rows());
        Ops.add(rows, channel, rows);
        m_arena.give(channel);
        m_gradient.backward(x, m_weight, du, dx);
        m_arena.give(du);
    }

    /** @return [batch, height, width, out]: what the last forward pass returned, as the caller left it, after a ReLU */
    public INDArray output() {
        return m_output;
    }

    /** @return prefix of the parameters */
    String name() {
        return m_name;
    }

    /** @return mean of each channel over the last batch */
    double[] mean() {
        return Ops.read(m_mean);
    }

    /** @return variance of each channel over the last batch, divided by the number of values */
    double[] variance() {
        return Ops.read(m_variance);
    }
}
