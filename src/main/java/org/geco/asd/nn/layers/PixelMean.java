package org.geco.asd.nn.layers;

import java.util.Arrays;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean over all pixels of each image: one product with a block-diagonal matrix. */
public final class PixelMean {
    private final FeatureMap m_in;
    private final INDArray m_output;

    /** [batch, pixels], the share of each pixel in each image's mean. */
    private final INDArray m_shares;

    /** For images of a size; the arena keeps the arrays. */
    public PixelMean(final Arena arena, final FeatureMap in) {
        m_in = in;
        m_output = arena.array(in.batch(), in.channels());
        m_shares = arena.array(in.batch(), in.rows());
        if (!arena.isDryRun()) {
            final int pixels = in.height() * in.width();
            final double[] shares = new double[Math.toIntExact(m_shares.length())];
            for (int b = 0; b < in.batch(); b++) {
                Arrays.fill(shares, (b * in.batch() + b) * pixels, (b * in.batch() + b + 1) * pixels, 1.0 / pixels);
            }
            Ops.write(m_shares, shares);
        }
    }

    /** @return [batch, channels] of images, valid until the next pass */
    public INDArray forward(final INDArray images) {
        Ops.product(m_shares, m_in.rows(images), m_output);
        return m_output;
    }

    /** Sets dx = dL/d images from dz = dL/d means. */
    public void backward(final INDArray dz, final INDArray dx) {
        Ops.productOfTransposed(m_shares, dz, m_in.rows(dx));
    }
}
