package org.geco.asd.nn.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/** "Convolution, then batch normalisation", trained or folded into one convolution. */
public interface ConvolutionLayer {

    /** @return size of the output */
    FeatureMap out();

    /**
     * @param x images
     * @return the normalised output, before any ReLU, in an array of the layer's own that the caller may change
     */
    INDArray forward(INDArray x);

    /** Makes the layers of a network. */
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
