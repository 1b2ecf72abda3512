package org.geco.asd.geco.net;

import org.geco.asd.nn.graph.Graph;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * The geometry of a convolution without bias, square and padded by half of its kernel, as ResNet uses it.
 *
 * @param out number of output channels
 * @param kernel height and width of the kernel, odd
 * @param stride step in both directions
 */
public record Convolution(long out, long kernel, long stride) {

    private long padding() {
        return kernel / 2;
    }

    private long outputSize(final long size) {
        return (size + 2 * padding() - kernel) / stride + 1;
    }

    /**
     * @param graph where the operation goes
     * @param x its input
     * @param weights [kernel, kernel, in, out]
     * @return its output
     */
    FeatureMap apply(final Graph graph, final FeatureMap x, final SDVariable weights) {
        final Conv2DConfig config = Conv2DConfig.builder().kH(kernel).kW(kernel).sH(stride).sW(stride)
            .pH(padding()).pW(padding()).paddingMode(PaddingMode.VALID).dataFormat(Conv2DConfig.NHWC)
            .weightsFormat(WeightsFormat.YXIO).build();
        final long height = outputSize(x.height());
        final long width = outputSize(x.width());
        final SDVariable image = graph.sameDiff().cnn().conv2d(x.image(), weights, config);
        return new FeatureMap(image.reshape(x.batch() * height * width, out), x.batch(), height, width, out);
    }

    /**
     * Maximum over this kernel. The padding counts as 0, so the input must not be negative (it comes from a ReLU).
     *
     * @param graph where the operation goes
     * @param x its input
     * @return its output, with the input's channels
     */
    FeatureMap maximum(final Graph graph, final FeatureMap x) {
        final Pooling2DConfig config = Pooling2DConfig.builder().kH(kernel).kW(kernel).sH(stride).sW(stride)
            .pH(padding()).pW(padding()).paddingMode(PaddingMode.VALID).isNHWC(true).build();
        final long height = outputSize(x.height());
        final long width = outputSize(x.width());
        final SDVariable image = graph.sameDiff().cnn().maxPooling2d(x.image(), config);
        return new FeatureMap(image.reshape(x.batch() * height * width, x.channels()), x.batch(), height, width,
            x.channels());
    }
}
