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
     * @param x images [batch, height, width, in]
     * @return the normalised output [batch, height, width, out], before any ReLU, in an array of the layer's own that
     *         the caller may change; valid until the next pass
     */
    INDArray forward(INDArray x);

    /**
     * Makes the layers of a network.
     *
     * @param <L> kind of layer
     */
    @FunctionalInterface
    interface Factory<L extends ConvolutionLayer> {

        /**
         * @param name prefix of the layer's parameters
         * @param in size of the input
         * @param convolution the geometry
         * @return the layer
         */
        L layer(String name, FeatureMap in, Convolution convolution);
    }
}
