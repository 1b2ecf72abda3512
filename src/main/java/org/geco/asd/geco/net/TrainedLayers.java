package org.geco.asd.geco.net;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.graph.Initializer;
import org.geco.asd.nn.graph.Rows;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Layers in training: the batch's own mean and variance normalise it (Ioffe and Szegedy; ε as PyTorch's
 * {@code BatchNorm2d}). Everything after the convolution is a matrix product or element-wise, see {@link Rows}.
 */
final class TrainedLayers implements ConvolutionLayers {

    /** ε of batch normalisation, PyTorch's default. */
    static final double EPSILON = 1e-5;

    private final Graph m_graph;

    private final Map<String, Long> m_norms = new LinkedHashMap<>();

    TrainedLayers(final Graph graph) {
        m_graph = graph;
    }

    /** @return layer → number of values that its mean and variance are taken over */
    Map<String, Long> norms() {
        return m_norms;
    }

    static String weight(final String layer) {
        return layer + ".conv.weight";
    }

    static String gain(final String layer) {
        return layer + ".norm.gain";
    }

    static String shift(final String layer) {
        return layer + ".norm.shift";
    }

    static String mean(final String layer) {
        return layer + ".norm.mean";
    }

    static String variance(final String layer) {
        return layer + ".norm.variance";
    }

    @Override
    public FeatureMap apply(final String name, final FeatureMap x, final Convolution c) {
        // He et al., as torchvision: normal with variance 2 / fan-out
        final double deviation = Math.sqrt(2.0 / (c.out() * c.kernel() * c.kernel()));
        final SDVariable weights = m_graph.parameter(weight(name), Initializer.normal(deviation), c.kernel(),
            c.kernel(), x.channels(), c.out());
        return normalise(name, c.apply(m_graph, x, weights));
    }

    private FeatureMap normalise(final String name, final FeatureMap x) {
        m_norms.put(name, x.rowCount());
        final Rows rows = new Rows(m_graph, x.rowCount());
        final SDVariable gain = m_graph.parameter(gain(name), Initializer.ONES, 1, x.channels());
        final SDVariable shift = m_graph.parameter(shift(name), Initializer.ZEROS, 1, x.channels());
        final SDVariable mean = rows.columnMean(x.rows()).rename(mean(name));
        final SDVariable centred = x.rows().sub(rows.everyRow(mean));
        final SDVariable variance = rows.columnMean(centred.mul(centred)).rename(variance(name));
        final SDVariable scale = m_graph.sameDiff().math().rsqrt(variance.add(EPSILON)).mul(gain);
        return x.with(centred.mul(rows.everyRow(scale)).add(rows.everyRow(shift)));
    }
}
