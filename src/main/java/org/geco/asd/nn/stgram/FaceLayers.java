package org.geco.asd.nn.stgram;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.PRelu;

/** The layers of a {@link StgramMfn} behind its two pictures, in their order. */
record FaceLayers<L extends ConvolutionLayer>(Unit<L> stem, Unit<L> depthwise, List<Block<L>> blocks, Unit<L> last,
    L global, L embedding) {
    /** A convolution and the unit after it. */
    record Unit<L extends ConvolutionLayer>(L convolution, PRelu activation) { }

    /** project(depthwise(expand(x))), the first two with their units, and x added to it where that is of its size. */
    record Block<L extends ConvolutionLayer>(Unit<L> expand, Unit<L> depthwise, L project, boolean isResidual) { }

    /** @return all convolutions in the order of the forward pass */
    List<L> all() {
        final List<L> layers = new ArrayList<>(List.of(stem.convolution(), depthwise.convolution()));
        blocks.forEach(block -> layers.addAll(
            List.of(block.expand().convolution(), block.depthwise().convolution(), block.project())));
        layers.addAll(List.of(last.convolution(), global, embedding));
        return layers;
    }
}
