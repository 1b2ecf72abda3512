package org.geco.asd.nn.mobile;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.layers.ConvolutionLayer;

/** The layers of a {@link MobileNetV2} in their order: stem, blocks, the last 1×1 convolution. */
record MobileLayers<L extends ConvolutionLayer>(L stem, List<Block<L>> blocks, L last) {
    /**
     * An inverted residual block: project(ReLU6(depthwise(ReLU6(expand(x))))), and x added to it where that is of the
     * same size; without expansion (null) the depthwise convolution sees x.
     */
    record Block<L extends ConvolutionLayer>(L expand, L depthwise, L project, boolean isResidual) { }

    /** @return all layers in the order of the forward pass */
    List<L> all() {
        final List<L> layers = new ArrayList<>(List.of(stem));
        blocks.forEach(block -> {
            if (block.expand() != null) {
                layers.add(block.expand());
            }
            layers.add(block.depthwise());
            layers.add(block.project());
        });
        layers.add(last);
        return layers;
    }
}
