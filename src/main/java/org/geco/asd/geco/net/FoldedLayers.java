package org.geco.asd.geco.net;

import org.geco.asd.nn.Weights;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.graph.Rows;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Layers of a trained network: the running mean and variance are constants by now, so normalising is a factor and a
 * shift for each output channel, and both go into the convolution's weights and a bias.
 */
final class FoldedLayers implements ConvolutionLayers {

    private final Graph m_graph;

    private final Weights m_weights;

    FoldedLayers(final Graph graph, final Weights weights) {
        m_graph = graph;
        m_weights = weights;
    }

    @Override
    public FeatureMap apply(final String name, final FeatureMap x, final Convolution c) {
        final float[] gain = values(TrainedLayers.gain(name));
        final float[] shift = values(TrainedLayers.shift(name));
        final float[] mean = values(TrainedLayers.mean(name));
        final float[] variance = values(TrainedLayers.variance(name));
        final float[] weights = values(TrainedLayers.weight(name)).clone();
        final int out = gain.length;
        final float[] bias = new float[out];
        final double[] factor = new double[out];
        for (int o = 0; o < out; o++) {
            factor[o] = gain[o] / Math.sqrt(variance[o] + TrainedLayers.EPSILON);
            bias[o] = (float)(shift[o] - mean[o] * factor[o]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float)(weights[i] * factor[i % out]);
        }
        final SDVariable kernel =
            m_graph.constant(weights, c.kernel(), c.kernel(), x.channels(), c.out());
        final FeatureMap y = c.apply(m_graph, x, kernel);
        return y.with(y.rows().add(new Rows(m_graph, y.rowCount()).everyRow(m_graph.constant(bias, 1, out))));
    }

    private float[] values(final String name) {
        return m_weights.get(name).values();
    }
}
