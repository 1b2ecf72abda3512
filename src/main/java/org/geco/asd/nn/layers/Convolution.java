package org.geco.asd.nn.layers;

import java.util.List;
import java.util.Optional;

import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The geometry of a convolution without bias, or of a maximum: a square, odd kernel, padded by half of it, or a
 * depthwise one of the whole image's size, not padded.
 *
 * @param kernel pixels in both directions; {@link #WHOLE} for the whole image
 * @param isDepthwise true if each channel, as many as {@code out}, has a kernel of its own and sees no other
 */
public record Convolution(int out, int kernel, int stride, boolean isDepthwise) {
    /** A kernel of the image's size, whatever that is. */
    static final int WHOLE = 0;

    private static final int EXPLICIT_PADDING = 0;
    private static final int CHANNELS_LAST = 1;
    private static final int WEIGHTS_HEIGHT_WIDTH_IN_OUT = 0;

    /** A convolution over all channels. */
    public Convolution(final int out, final int kernel, final int stride) {
        this(out, kernel, stride, false);
    }

    /** @return a weighted sum of all pixels of each of so many channels, which gives an image of one pixel */
    public static Convolution global(final int channels) {
        return new Convolution(channels, WHOLE, 1, true);
    }

    private boolean isGlobal() {
        return kernel == WHOLE;
    }

    /** @return shape of the weights for an input: [kernel, kernel, in, out], depthwise [kernel, kernel, out] */
    long[] weights(final FeatureMap in) {
        if (isGlobal()) {
            return new long[]{in.height(), in.width(), out};
        }
        return isDepthwise ? new long[]{kernel, kernel, out} : new long[]{kernel, kernel, in.channels(), out};
    }

    /** @return true if it is a product of each pixel's channels with a matrix */
    boolean isProduct() {
        return kernel == 1 && stride == 1 && !isDepthwise;
    }

    /** @return pixels of 0 around the image, so that stride 1 keeps its size */
    int padding() {
        return kernel / 2;
    }

    private int outputSize(final int size) {
        return (size + 2 * padding() - kernel) / stride + 1;
    }

    /** @return size of an input's output: ⌊(size + 2·padding − kernel)/stride⌋ + 1 in both directions */
    public FeatureMap output(final FeatureMap in) {
        return isGlobal() ? new FeatureMap(in.batch(), 1, 1, out)
            : new FeatureMap(in.batch(), outputSize(in.height()), outputSize(in.width()), out);
    }

    /** What ND4J's {@code conv2d}, {@code conv2d_bp} and {@code deconv2d} want to know; the dilation is 1, 1. */
    private int[] arguments() {
        return new int[]{kernel, kernel, stride, stride, padding(), padding(), 1, 1, EXPLICIT_PADDING, CHANNELS_LAST,
            WEIGHTS_HEIGHT_WIDTH_IN_OUT};
    }

    /** y ← x ∗ weights; of the shape {@link #weights}, images [batch, height, width, channels]. */
    void forward(final INDArray x, final INDArray weights, final INDArray y) {
        if (isGlobal()) {
            new GlobalDepthwise(FeatureMap.of(x)).forward(x, weights, y);
        } else if (isDepthwise) {
            new Depthwise(this, FeatureMap.of(x)).forward(x, weights, Optional.empty(), Rectifier.NONE, y);
        } else if (isProduct()) {
            Ops.product(rows(x), weights.reshape(-1, out), rows(y));
        } else {
            Ops.custom("conv2d", arguments(), List.of(x, weights), y);
        }
    }

    private static INDArray rows(final INDArray images) {
        return images.reshape(-1, images.size(3));
    }

    /** y ← unit(x ∗ weights + bias); bias [out]. */
    void forward(final INDArray x, final INDArray weights, final INDArray bias, final Rectifier unit,
        final INDArray y) {
        if (isDepthwise && !isGlobal()) {
            new Depthwise(this, FeatureMap.of(x)).forward(x, weights, Optional.of(bias), unit, y);
        } else if (isDepthwise || isProduct()) {
            forward(x, weights, y);
            Bias.add(rows(y), bias.reshape(1, out), unit);
        } else {
            Ops.custom("conv2d", arguments(), List.of(x, weights, bias), y);
            unit.forward(y);
        }
    }

    /** dx ← dL/dx and dWeights ← dL/d weights for dy = dL/dy. */
    void backward(final INDArray x, final INDArray weights, final INDArray dy, final INDArray dx,
        final INDArray dWeights) {
        Ops.custom("conv2d_bp", arguments(), List.of(x, weights, dy), dx, dWeights);
    }

    /** dx ← dL/dx; for stride 1 only, where it is what ND4J calls a deconvolution of dy. */
    void backwardInput(final INDArray weights, final INDArray dy, final INDArray dx) {
        Ops.custom("deconv2d", arguments(), List.of(dy, weights), dx);
    }

    private int[] maximumArguments() {
        return new int[]{kernel, kernel, stride, stride, padding(), padding(), 1, 1, EXPLICIT_PADDING, 0,
            CHANNELS_LAST};
    }

    /**
     * y, of the size {@link #output}, ← maximum of x under the kernel at each of its places. ND4J's padding counts as
     * 0, which is right only after a ReLU: x must not be negative.
     */
    public void maximum(final INDArray x, final INDArray y) {
        Ops.custom("maxpool2d", maximumArguments(), List.of(x), y);
    }

    /** dx ← dL/dx for {@link #maximum} and dy = dL/dy: the gradient goes to the pixel that was the largest. */
    public void backwardMaximum(final INDArray x, final INDArray dy, final INDArray dx) {
        Ops.custom("maxpool2d_bp", maximumArguments(), List.of(x, dy), dx);
    }
}
