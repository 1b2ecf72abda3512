package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution with batch normalisation in training, see {@link ChannelNorm}: by the batch's own statistics. */
public final class BatchNormConvolution implements ConvolutionLayer {
    /** What follows a layer's name in the names of its parameters and running statistics. */
    static final String WEIGHT = ".conv.weight";
    static final String GAIN = ".norm.gain";
    static final String SHIFT = ".norm.shift";
    static final String MEAN = ".norm.mean";
    static final String VARIANCE = ".norm.variance";

    private final Arena m_arena;
    private final String m_name;
    private final Convolution m_convolution;
    private final ConvolutionGradient m_gradient;
    private final FeatureMap m_out;
    private final Parameter m_weight;

    /** u, or u − mean. */
    private final INDArray m_u;
    private final INDArray m_output;
    private final ChannelNorm m_norm;

    /** With parameters of this prefix, for an input of a size; that of the network's first layer needs no gradient. */
    public BatchNormConvolution(final Parameters parameters, final Arena arena, final String name, final FeatureMap in,
        final Convolution c, final boolean first) {
        m_arena = arena;
        m_name = name;
        m_convolution = c;
        m_gradient = ConvolutionGradient.of(arena, c, in, first);
        m_out = c.output(in);
        // He et al., as torchvision: normal with variance 2 / fan-out
        final long[] weights = c.weights(in);
        final double deviation = Math.sqrt(2.0 / (c.out() * weights[0] * weights[1]));
        m_weight = parameters.add(name + WEIGHT, Initializer.normal(deviation), weights);
        m_norm = ChannelNorm.of(arena, c.out(),
            new ChannelNorm.Affine(parameters.add(name + GAIN, Initializer.constant(1), 1, c.out()),
                parameters.add(name + SHIFT, Initializer.constant(0), 1, c.out())));
        m_u = m_out.array(arena);
        m_output = m_out.array(arena);
    }

    @Override
    public FeatureMap out() {
        return m_out;
    }

    @Override
    public INDArray forward(final INDArray x, final Rectifier unit) {
        m_convolution.forward(x, m_weight.value(), m_u);
        m_norm.forward(m_out.rows(m_u), unit, m_out.rows(m_output));
        return m_output;
    }

    /** Sets y to the normalised output of the last forward pass, before any unit; not after the backward pass. */
    public void repeat(final INDArray y) {
        m_norm.repeat(m_out.rows(m_u), m_out.rows(y));
    }

    /**
     * Sets the gradients of the parameters and of the input; to be called once after a forward pass. x is what the
     * forward pass had, dy is not changed, dx is null for the first layer.
     */
    public void backward(final INDArray x, final INDArray dy, final INDArray dx) {
        final INDArray du = m_out.take(m_arena);
        m_norm.backward(m_out.rows(m_u), m_out.rows(dy), m_out.rows(du));
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
        return m_norm.mean();
    }

    /** @return variance of each channel over the last batch, divided by the number of values */
    double[] variance() {
        return m_norm.variance();
    }
}
