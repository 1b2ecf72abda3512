package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution with the batch normalisation of a trained network in its weights and bias, see {@link FoldedNorm}. */
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
        final FoldedNorm norm = FoldedNorm.of(weights.get(name + BatchNormConvolution.GAIN).values(),
            weights.get(name + BatchNormConvolution.SHIFT).values(),
            weights.get(name + BatchNormConvolution.MEAN).values(),
            weights.get(name + BatchNormConvolution.VARIANCE).values(), ChannelNorm.EPSILON);
        Ops.write(m_weights, norm.weights(weights.get(name + BatchNormConvolution.WEIGHT).values()));
        Ops.write(m_bias, norm.shift());
    }

    @Override
    public FeatureMap out() {
        return m_out;
    }

    @Override
    public INDArray forward(final INDArray x, final Rectifier unit) {
        m_convolution.forward(x, m_weights, m_bias, unit, m_output);
        return m_output;
    }
}
