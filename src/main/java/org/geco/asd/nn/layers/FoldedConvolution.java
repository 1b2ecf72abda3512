package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution with batch normalisation of a trained network: the running mean and variance are constants by now, so
 * normalising is a factor and a shift for each output channel, and both go into the convolution's weights and a bias.
 */
public final class FoldedConvolution implements ConvolutionLayer {
    private final Convolution m_convolution;
    private final FeatureMap m_out;
    private final INDArray m_weights;
    private final INDArray m_bias;
    private final INDArray m_output;

    /** Of a layer's parameters and running statistics, which its name precedes, for an input of a size. */
    public FoldedConvolution(final Weights weights, final Arena arena, final String name, final FeatureMap in,
        final Convolution c) {
        m_convolution = c;
        m_out = c.output(in);
        m_weights = arena.array(c.weights(in));
        m_bias = arena.array(c.out());
        m_output = m_out.array(arena);
        if (!arena.isDryRun()) {
            fold(weights, name);
        }
    }

    private void fold(final Weights weights, final String name) {
        final float[] gain = weights.get(name + BatchNormConvolution.GAIN).values();
        final float[] shift = weights.get(name + BatchNormConvolution.SHIFT).values();
        final float[] mean = weights.get(name + BatchNormConvolution.MEAN).values();
        final float[] variance = weights.get(name + BatchNormConvolution.VARIANCE).values();
        final float[] unfolded = weights.get(name + BatchNormConvolution.WEIGHT).values();
        final double[] factor = new double[gain.length];
        final double[] bias = new double[gain.length];
        for (int o = 0; o < gain.length; o++) {
            factor[o] = gain[o] / Math.sqrt(variance[o] + ChannelNorm.EPSILON);
            bias[o] = shift[o] - mean[o] * factor[o];
        }
        final double[] folded = new double[unfolded.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = unfolded[i] * factor[i % factor.length];
        }
        Ops.write(m_weights, folded);
        Ops.write(m_bias, bias);
    }

    @Override
    public FeatureMap out() {
        return m_out;
    }

    @Override
    public INDArray forward(final INDArray x) {
        m_convolution.forward(x, m_weights, m_bias, m_output);
        return m_output;
    }
}
