package org.geco.asd.nn.resnet;

import java.util.List;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The backward pass of a {@link ResNet18} in training: from dL/d embeddings to the gradients of all its parameters.
 * What is between two layers is lent by the arena, at most four arrays of a size at a time.
 */
record ResNetBackward(Arena arena, ResNetLayers<BatchNormConvolution> network, ResNetForward forward)
    implements FeatureExtractor.Trained {
    @Override
    public INDArray embed(final INDArray patches) {
        return forward.embed(patches);
    }

    @Override
    public List<BatchNormConvolution> layers() {
        return network.all();
    }

    @Override
    public void backward(final INDArray patches, final INDArray dz) {
        INDArray d = network.out().take(arena);
        forward.mean().backward(dz, d);
        final List<ResNetLayers.Block<BatchNormConvolution>> blocks = network.blocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            final boolean lowest = i == 0;
            final INDArray dx = (lowest ? network.pooled() : blocks.get(i - 1).second().out()).take(arena);
            backward(blocks.get(i), lowest ? forward.pooled() : blocks.get(i - 1).second().output(), d, dx);
            arena.give(d);
            d = dx;
        }
        final INDArray dStem = network.stem().out().take(arena);
        network.maximum().backwardMaximum(network.stem().output(), d, dStem);
        arena.give(d);
        Rectifier.RELU.backward(arena, network.stem().output(), dStem);
        network.stem().backward(patches, dStem, null);
        arena.give(dStem);
    }

    private void backward(final ResNetLayers.Block<BatchNormConvolution> block, final INDArray x, final INDArray dy,
        final INDArray dx) {
        Rectifier.RELU.backward(arena, block.second().output(), dy);
        final INDArray dInner = block.first().out().take(arena);
        block.second().backward(block.first().output(), dy, dInner);
        Rectifier.RELU.backward(arena, block.first().output(), dInner);
        block.first().backward(x, dInner, dx);
        arena.give(dInner);
        if (block.shortcut() == null) {
            Ops.add(dx, dy, dx);
            return;
        }
        final INDArray through = arena.take(dx.shape());
        block.shortcut().backward(x, dy, through);
        Ops.add(dx, through, dx);
        arena.give(through);
    }
}
