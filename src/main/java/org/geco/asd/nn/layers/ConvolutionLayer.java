package org.geco.asd.nn.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution and the batch normalisation after it, in training ({@link BatchNormConvolution}) or as one convolution
 * with a bias ({@link FoldedConvolution}): what ResNets are made of.
 */
public interface ConvolutionLayer {
    /** @return size of the output */
    FeatureMap out();

    /**
     * @return the normalised output [batch, height, width, out] for images [batch, height, width, in], passed through a
     *         unit, in an array of the layer's own that the caller may change; valid until the next pass
     */
    INDArray forward(INDArray x, Rectifier unit);

    /** @return as {@link #forward(INDArray, Rectifier)}, before any unit */
    default INDArray forward(final INDArray x) {
        return forward(x, Rectifier.NONE);
    }

    /** Makes the layers of a network, by the prefix of their parameters and the size of their input. */
    @FunctionalInterface
    interface Factory<L extends ConvolutionLayer> {
        /** @return the layer of that name, which reads such a map */
        L layer(String name, FeatureMap in, Convolution convolution);
    }
}
