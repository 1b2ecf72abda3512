package org.geco.asd.geco.net;

/** How "convolution, then batch normalisation" becomes part of a graph: trained, or folded into one convolution. */
interface ConvolutionLayers {

    /**
     * @param name prefix of the layer's parameters
     * @param x its input
     * @param convolution its geometry
     * @return the normalised output, before any ReLU
     */
    FeatureMap apply(String name, FeatureMap x, Convolution convolution);
}
