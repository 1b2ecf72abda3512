package org.geco.asd.nn.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The geometry of a convolution without bias or of a maximum, square and padded by half of its kernel, as ResNet uses
 * them.
 *
 * @param out number of output channels
 * @param kernel height and width of the kernel, odd
 * @param stride step in both directions
 */
public record Convolution(int out, int kernel, int stride) {

    private static final int EXPLICIT_PADDING = 0;

    private static final int CHANNELS_LAST = 1;

    private static final int WEIGHTS_HEIGHT_WIDTH_IN_OUT = 0;

    int padding() {
        return kernel / 2;
    }

    private int outputSize(final int size) {
        return (size + 2 * padding() - kernel) / stride + 1;
    }

    /** @return size of the output for an input of this size */
    public FeatureMap output(final FeatureMap in) {
        return new FeatureMap(in.batch(), outputSize(in.height()), outputSize(in.width()), out);
    }

    /**
     * An operation of ND4J with this geometry, channels last.
     *
     * @param name {@code conv2d}, {@code conv2d_bp} or {@code deconv2d}
     */
    private DynamicCustomOp.DynamicCustomOpsBuilder convolution(final String name) {
        return DynamicCustomOp.builder(name).addIntegerArguments(kernel, kernel, stride, stride, padding(), padding(),
            1, 1, EXPLICIT_PADDING, CHANNELS_LAST, WEIGHTS_HEIGHT_WIDTH_IN_OUT);
    }

    /** y ← x ∗ weights. */
    void forward(final INDArray x, final INDArray weights, final INDArray y) {
        Nd4j.exec(convolution("conv2d").addInputs(x, weights).addOutputs(y).build());
    }

    /** y ← x ∗ weights + bias. */
    void forward(final INDArray x, final INDArray weights, final INDArray bias, final INDArray y) {
        Nd4j.exec(convolution("conv2d").addInputs(x, weights, bias).addOutputs(y).build());
    }

    /** dx ← dL/dx and dWeights ← dL/d weights for dy = dL/dy. */
    void backward(final INDArray x, final INDArray weights, final INDArray dy, final INDArray dx,
        final INDArray dWeights) {
        Nd4j.exec(convolution("conv2d_bp").addInputs(x, weights, dy).addOutputs(dx, dWeights).build());
    }

    /** dx ← dL/dx; for stride 1 only, where it is what ND4J calls a deconvolution of dy. */
    void backwardInput(final INDArray weights, final INDArray dy, final INDArray dx) {
        Nd4j.exec(convolution("deconv2d").addInputs(dy, weights).addOutputs(dx).build());
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder maximum(final String name) {
        return DynamicCustomOp.builder(name).addIntegerArguments(kernel, kernel, stride, stride, padding(), padding(),
            1, 1, EXPLICIT_PADDING, 0, CHANNELS_LAST);
    }

    /** y ← maximum of x over this kernel. The padding counts as 0, so x must not be negative. */
    public void maximum(final INDArray x, final INDArray y) {
        Nd4j.exec(maximum("maxpool2d").addInputs(x).addOutputs(y).build());
    }

    /** dx ← dL/dx of the maximum. */
    public void backwardMaximum(final INDArray x, final INDArray dy, final INDArray dx) {
        Nd4j.exec(maximum("maxpool2d_bp").addInputs(x, dy).addOutputs(dx).build());
    }
}
