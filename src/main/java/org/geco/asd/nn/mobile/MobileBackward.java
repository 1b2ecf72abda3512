package org.geco.asd.nn.mobile;

import java.util.List;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link MobileNetV2} in training; what is between two layers of the backward pass is lent by the arena. */
record MobileBackward(Arena arena, MobileLayers<BatchNormConvolution> network, MobileForward forward)
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
        final List<MobileLayers.Block<BatchNormConvolution>> blocks = network.blocks();
        final INDArray dLast = network.last().out().take(arena);
        forward.mean().backward(dz, dLast);
        INDArray d = through(network.last(), output(blocks.size() - 1), dLast);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            d = backward(blocks.get(i), output(i - 1), d);
        }
        Rectifier.RELU6.backward(arena, network.stem().output(), d);
        network.stem().backward(patches, d, null);
        arena.give(d);
    }

    /** @return what a block gave, the first is 0; before it the stem */
    private INDArray output(final int block) {
        return block < 0 ? network.stem().output() : network.blocks().get(block).project().output();
    }

    /** @return dx of a block for its x and dy, which is given back */
    private INDArray backward(final MobileLayers.Block<BatchNormConvolution> block, final INDArray x,
        final INDArray dy) {
        final INDArray dHidden = block.depthwise().out().take(arena);
        block.project().backward(block.depthwise().output(), dy, dHidden);
        final INDArray dx;
        if (block.expand() == null) {
            dx = through(block.depthwise(), x, dHidden);
        } else {
            dx = through(block.expand(), x, through(block.depthwise(), block.expand().output(), dHidden));
        }
        if (block.isResidual()) {
            Ops.add(dx, dy, dx);
        }
        arena.give(dy);
        return dx;
    }

    /** @return dx of a layer with its ReLU6 for its x and dy, which is given back */
    private INDArray through(final BatchNormConvolution layer, final INDArray x, final INDArray dy) {
        Rectifier.RELU6.backward(arena, layer.output(), dy);
        final INDArray dx = arena.take(x.shape());
        layer.backward(x, dy, dx);
        arena.give(dy);
        return dx;
    }
}
