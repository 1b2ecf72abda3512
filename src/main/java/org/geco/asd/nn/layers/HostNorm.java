package org.geco.asd.nn.layers;

import java.util.function.IntToDoubleFunction;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * In loops of Java, each of which does all that can be done in one pass over the memory: ND4J's operations take one
 * pass each, and some twenty in all (docs/performance.md). The rows are divided into parts that do not depend on the
 * number of threads; the sums of each are added up in their order, so that the bits do not, either.
 */
final class HostNorm implements ChannelNorm {
    private final int m_channels;
    private final Affine m_affine;
    private final double m_epsilon;
    private double[] m_mean;
    private double[] m_variance;

    HostNorm(final int channels, final Affine affine, final double epsilon) {
        m_channels = channels;
        m_affine = affine;
        m_epsilon = epsilon;
    }

    @Override
    public void forward(final INDArray u, final Rectifier unit, final INDArray y) {
        if (Ops.isDryRun(y)) {
            return;
        }
        final RowParts rows = new RowParts(u.size(0), m_channels);
        final HostPieces values = HostPieces.read(u);
        m_mean = rows.means(1, (seen, sums) -> HostNorm.add(seen[0], sums[0]), values)[0];
        final float[] mean = rows.repeated(channel -> m_mean[channel]);
        m_variance = rows.means(1, (seen, sums) -> HostNorm.addSquares(seen[0], mean, sums[0]), values)[0];
        normalise(u, unit, y);
    }

    @Override
    public void repeat(final INDArray u, final INDArray y) {
        if (!Ops.isDryRun(y)) {
            normalise(u, Rectifier.NONE, y);
        }
    }

    private void normalise(final INDArray u, final Rectifier unit, final INDArray y) {
        final RowParts rows = new RowParts(u.size(0), m_channels);
        final float[] mean = rows.repeated(channel -> m_mean[channel]);
        final double[] gain = Ops.read(m_affine.gain().value());
        final double[] bias = Ops.read(m_affine.shift().value());
        final float[] factor = rows.repeated(channel -> gain[channel] * scale(channel));
        final float[] shift = rows.repeated(channel -> bias[channel]);
        rows.write(HostPieces.write(y), (seen, to) -> {
            normalise(seen[0], mean, factor, shift, to);
            unit.forward(new HostValues.Floats(to));
        }, HostPieces.read(u));
    }

    @Override
    public void backward(final INDArray u, final INDArray d, final INDArray du) {
        if (Ops.isDryRun(du)) {
            return;
        }
        final RowParts rows = new RowParts(u.size(0), m_channels);
        final HostPieces values = HostPieces.read(u);
        final HostPieces gradient = HostPieces.read(d);
        final float[] mean = rows.repeated(channel -> m_mean[channel]);
        final double[][] means = rows.means(2, (seen, sums) -> {
            add(seen[0], sums[0]);
            addProducts(seen[0], seen[1], mean, sums[1]);
        }, gradient, values);
        final double[] gain = Ops.read(m_affine.gain().value());
        final IntToDoubleFunction factors = channel -> gain[channel] * scale(channel);
        final float[] factor = rows.repeated(factors);
        final float[] slope = rows.repeated(channel -> -factors.applyAsDouble(channel) * scale(channel)
            * scale(channel) * means[1][channel]);
        final float[] level = rows.repeated(channel -> -factors.applyAsDouble(channel) * means[0][channel]);
        rows.write(HostPieces.write(du), (seen, to) -> {
            normalise(seen[1], mean, slope, level, to);
            addProducts(seen[0], factor, to);
        }, gradient, values);
        final double count = u.size(0);
        store(m_affine.shift().gradient(), channel -> means[0][channel] * count);
        store(m_affine.gain().gradient(), channel -> means[1][channel] * count * scale(channel));
    }

    private void store(final INDArray array, final IntToDoubleFunction value) {
        final float[] values = new float[m_channels];
        for (int channel = 0; channel < m_channels; channel++) {
            values[channel] = (float)value.applyAsDouble(channel);
        }
        new HostValues.Floats(values).store(array);
    }

    private double scale(final int channel) {
        return 1 / Math.sqrt(m_variance[channel] + m_epsilon);
    }

    private static void add(final float[] x, final float[] sum) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += x[i];
        }
    }

    private static void addSquares(final float[] x, final float[] mean, final float[] sum) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += (x[i] - mean[i]) * (x[i] - mean[i]);
        }
    }

    private static void addProducts(final float[] d, final float[] x, final float[] mean, final float[] sum) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += d[i] * (x[i] - mean[i]);
        }
    }

    private static void addProducts(final float[] d, final float[] factor, final float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += d[i] * factor[i];
        }
    }

    private static void normalise(final float[] x, final float[] mean, final float[] factor, final float[] shift,
        final float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = (x[i] - mean[i]) * factor[i] + shift[i];
        }
    }

    @Override
    public double[] mean() {
        return m_mean == null ? new double[m_channels] : m_mean.clone();
    }

    @Override
    public double[] variance() {
        return m_variance == null ? new double[m_channels] : m_variance.clone();
    }
}
