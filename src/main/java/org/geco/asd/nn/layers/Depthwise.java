package org.geco.asd.nn.layers;

import java.util.stream.IntStream;

import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A depthwise convolution: each channel with a kernel of its own, weights [kernel, kernel, channels]. Computed in Java
 * on copies, pixel by pixel over all its channels, which lie together: ND4J's own operation takes several times as long
 * (docs/performance.md). Images are shared by the threads; the sums of each are added up in their order, so that the
 * bits do not depend on the threads.
 */
record Depthwise(Convolution convolution, FeatureMap in, FeatureMap out) {
    Depthwise(final Convolution convolution, final FeatureMap in) {
        this(convolution, in, convolution.output(in));
    }

    /** y ← x ∗ weights. */
    void forward(final INDArray x, final INDArray weights, final INDArray y) {
        if (Ops.isDryRun(y)) {
            return;
        }
        final HostValues from = HostValues.of(x);
        final HostValues kernel = HostValues.of(weights);
        final HostValues to = from.zeros(out.rows() * out.channels());
        images(image -> pairs(image, (pixel, seen, element) -> to.addProduct(pixel, from, seen, kernel, element,
            in.channels())));
        to.store(y);
    }

    /** dWeights ← dL/d weights and dx ← dL/dx for dy = dL/dy. */
    void backward(final INDArray x, final INDArray weights, final INDArray dy, final INDArray dx,
        final INDArray dWeights) {
        if (Ops.isDryRun(dx)) {
            return;
        }
        final HostValues seen = HostValues.of(x);
        final HostValues kernel = HostValues.of(weights);
        final HostValues gradient = HostValues.of(dy);
        final HostValues toX = seen.zeros(in.rows() * in.channels());
        final int size = (int)dWeights.length();
        final HostValues ofImages = seen.zeros((long)in.batch() * size);
        images(image -> pairs(image, (pixel, under, element) -> {
            toX.addProduct(under, gradient, pixel, kernel, element, in.channels());
            ofImages.addProduct(image * size + element, gradient, pixel, seen, under, in.channels());
        }));
        toX.store(dx);
        Ops.write(dWeights, ofImages.sums(size));
    }

    @FunctionalInterface
    private interface OfImage {
        void compute(int image);
    }

    private void images(final OfImage work) {
        final IntStream all = IntStream.range(0, in.batch());
        (Nd4j.getEnvironment().maxThreads() > 1 ? all.parallel() : all).forEach(work::compute);
    }

    /** Hears of an output pixel, an input pixel under the kernel and the element of it, by their first values. */
    @FunctionalInterface
    private interface Pair {
        void of(int pixel, int seen, int element);
    }

    /** All pairs of an image, one output row after the other. */
    private void pairs(final int image, final Pair pair) {
        final int kernel = convolution.kernel();
        for (int row = 0; row < out.height(); row++) {
            for (int y = 0; y < kernel; y++) {
                final int from = row * convolution.stride() + y - convolution.padding();
                for (int x = 0; from >= 0 && from < in.height() && x < kernel; x++) {
                    row(image, row, from, x, y * kernel + x, pair);
                }
            }
        }
    }

    private void row(final int image, final int row, final int from, final int x, final int element, final Pair pair) {
        final int channels = in.channels();
        final int to = (image * out.height() + row) * out.width();
        final int seen = (image * in.height() + from) * in.width();
        for (int column = 0; column < out.width(); column++) {
            final int under = column * convolution.stride() + x - convolution.padding();
            if (under >= 0 && under < in.width()) {
                pair.of((to + column) * channels, (seen + under) * channels, element * channels);
            }
        }
    }
}
