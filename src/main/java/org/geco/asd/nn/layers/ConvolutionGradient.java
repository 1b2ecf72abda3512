package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradients of a convolution. ND4J's own operation is slow for few large channels and cannot leave out the
 * gradient of the input, so there is a way for each geometry (docs/performance.md).
 */
interface ConvolutionGradient {
    /** From this number of channels on ND4J's own operation is slower than its parts. */
    int MANY_CHANNELS = 128;

    /** Sets the gradient of the weights, and that of the input, dx, unless it is null: in a network's first layer. */
    void backward(INDArray x, Parameter weights, INDArray dy, INDArray dx);

    /** @return the fastest way for an input of this size; the first layer's input needs no gradient */
    static ConvolutionGradient of(final Arena arena, final Convolution c, final FeatureMap in, final boolean first) {
        if (first) {
            return weightsOnly(arena, c, in);
        }
        if (c.kernel() == Convolution.WHOLE) {
            final GlobalDepthwise global = new GlobalDepthwise(in);
            return (x, weights, dy, dx) -> global.backward(x, weights.value(), dy, dx, weights.gradient());
        }
        if (c.isDepthwise()) {
            final Depthwise depthwise = new Depthwise(c, in);
            return (x, weights, dy, dx) -> depthwise.backward(x, weights.value(), dy, dx, weights.gradient());
        }
        if (c.isProduct()) {
            return products(c, in);
        }
        if (c.kernel() == 1) {
            return pixels(arena, c, in);
        }
        return c.stride() == 1 && in.channels() >= MANY_CHANNELS ? parts(arena, c, in) : whole(c);
    }

    /** ND4J's own operation. */
    static ConvolutionGradient whole(final Convolution c) {
        return (x, weights, dy, dx) -> c.backward(x, weights.value(), dy, dx, weights.gradient());
    }

    /** The weights' gradient as a product with the columns of the image; the input gets none. */
    static ConvolutionGradient weightsOnly(final Arena arena, final Convolution c, final FeatureMap in) {
        final Im2Col columns = new Im2Col(arena, c, in);
        final FeatureMap out = c.output(in);
        return (x, weights, dy, dx) -> {
            final INDArray gradient = weights.gradient().reshape(-1, c.out());
            if (in.channels() == 1) {
                Ops.product(columns.of(x), out.rows(dy), gradient);
            } else {
                Ops.productOfTransposed(columns.of(x), out.rows(dy), gradient);
            }
        };
    }

    /** The input's gradient as a deconvolution, the weights' as a product; for stride 1. */
    static ConvolutionGradient parts(final Arena arena, final Convolution c, final FeatureMap in) {
        final ConvolutionGradient weightsOnly = weightsOnly(arena, c, in);
        return (x, weights, dy, dx) -> {
            weightsOnly.backward(x, weights, dy, null);
            c.backwardInput(weights.value(), dy, dx);
        };
    }

    /** A kernel of one pixel is a product over all pixels. */
    static ConvolutionGradient products(final Convolution c, final FeatureMap in) {
        final FeatureMap out = c.output(in);
        return (x, weights, dy, dx) -> {
            Ops.productOfTransposed(in.rows(x), out.rows(dy), weights.gradient().reshape(-1, c.out()));
            Ops.productWithTransposed(out.rows(dy), weights.value().reshape(-1, c.out()), in.rows(dx));
        };
    }

    /** A kernel of one pixel is a product over the pixels that the stride keeps. */
    static ConvolutionGradient pixels(final Arena arena, final Convolution c, final FeatureMap in) {
        final FeatureMap kept = c.output(in).withChannels(in.channels());
        return (x, weights, dy, dx) -> {
            final INDArray matrix = weights.value().reshape(in.channels(), c.out());
            final INDArray rows = kept.withChannels(c.out()).rows(dy);
            final INDArray part = kept.take(arena);
            part.assign(kept(x, c));
            Ops.productOfTransposed(kept.rows(part), rows,
                weights.gradient().reshape(in.channels(), c.out()));
            Ops.productWithTransposed(rows, matrix, kept.rows(part));
            dx.assign(0);
            kept(dx, c).assign(part);
            arena.give(part);
        };
    }

    private static INDArray kept(final INDArray images, final Convolution c) {
        return StridedView.all(images).every(c.stride());
    }
}
