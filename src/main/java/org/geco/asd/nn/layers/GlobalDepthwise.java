package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A weighted sum over all pixels of each image, each channel with weights of its own, [height, width, channels]: what
 * MobileFaceNets have in place of a mean (Chen et al. 2018). Computed in Java as {@link Depthwise}; the sums over
 * images are added up in their order.
 */
record GlobalDepthwise(FeatureMap in) {
    private int channels() {
        return in.channels();
    }

    private int length() {
        return in.height() * in.width() * channels();
    }

    /** y [batch, 1, 1, channels] ← Σ x∘weights over the pixels. */
    void forward(final INDArray x, final INDArray weights, final INDArray y) {
        if (Ops.isDryRun(y)) {
            return;
        }
        final HostPieces from = HostPieces.read(x);
        final HostPieces to = HostPieces.write(y);
        final HostValues kernel = HostValues.of(weights);
        final HostValues seen = from.zeros(length());
        final HostValues sums = to.zeros(channels());
        for (int image = 0; image < in.batch(); image++) {
            from.get((long)image * length(), seen, 0, length());
            sums.clear();
            for (int at = 0; at < length(); at += channels()) {
                sums.addProduct(0, seen, at, kernel, at, channels());
            }
            to.put(sums, 0, (long)image * channels(), channels());
        }
        to.store();
    }

    /** dWeights ← dL/d weights and dx ← dL/dx for dy = dL/dy. */
    void backward(final INDArray x, final INDArray weights, final INDArray dy, final INDArray dx,
        final INDArray dWeights) {
        if (Ops.isDryRun(dx)) {
            return;
        }
        final HostPieces from = HostPieces.read(x);
        final HostPieces gradient = HostPieces.read(dy);
        final HostPieces to = HostPieces.write(dx);
        final HostValues kernel = HostValues.of(weights);
        final HostValues seen = from.zeros(length());
        final HostValues one = gradient.zeros(channels());
        final HostValues spread = to.zeros(length());
        final HostValues sums = from.zeros(length());
        for (int image = 0; image < in.batch(); image++) {
            from.get((long)image * length(), seen, 0, length());
            gradient.get((long)image * channels(), one, 0, channels());
            spread.clear();
            for (int at = 0; at < length(); at += channels()) {
                spread.addProduct(at, kernel, at, one, 0, channels());
                sums.addProduct(at, seen, at, one, 0, channels());
            }
            to.put(spread, 0, (long)image * length(), length());
        }
        to.store();
        Ops.write(dWeights, sums.sums(length()));
    }
}
