package org.geco.asd.nn.resnet;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.layers.Convolution;
import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.FeatureMap;

/**
 * The layers of a {@link ResNet18} in their order: the stem is followed by a ReLU and the maximum, and {@code pooled}
 * is the size after that.
 */
record ResNetLayers<L extends ConvolutionLayer>(L stem, Convolution maximum, FeatureMap pooled,
    List<Block<L>> blocks) {
    /** A basic block: ReLU(second(ReLU(first(x))) + shortcut(x)); no shortcut (null) where x itself is added. */
    record Block<L extends ConvolutionLayer>(L first, L second, L shortcut) { }

    /** @return size before the mean over the pixels */
    FeatureMap out() {
        return blocks.get(blocks.size() - 1).second().out();
    }

    /** @return all layers in the order of the forward pass */
    List<L> all() {
        final List<L> layers = new ArrayList<>(List.of(stem));
        blocks.forEach(block -> {
            layers.add(block.first());
            layers.add(block.second());
            if (block.shortcut() != null) {
                layers.add(block.shortcut());
            }
        });
        return layers;
    }
}
