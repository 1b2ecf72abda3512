package org.geco.asd.nn.stgram;

import java.util.List;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link StgramMfn} in training; what is between two layers of the backward pass is lent by the arena. */
record StgramBackward(Arena arena, Tgram tgram, FaceLayers<BatchNormConvolution> network, StgramForward forward)
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
        final List<FaceLayers.Block<BatchNormConvolution>> blocks = network.blocks();
        final BatchNormConvolution last = network.last().convolution();
        final INDArray dGlobal = network.global().out().take(arena);
        final INDArray dLast = last.out().take(arena);
        network.embedding().backward(network.global().output(), dz.reshape(network.embedding().output().shape()),
            dGlobal);
        network.global().backward(last.output(), dGlobal, dLast);
        arena.give(dGlobal);
        INDArray d = through(network.last(), output(blocks.size() - 1), dLast);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            d = backward(blocks.get(i), output(i - 1), d);
        }
        d = through(network.depthwise(), network.stem().convolution().output(), d);
        d = through(network.stem(), forward.pictures(), d);
        final INDArray dTgram = arena.take(d.size(0) * d.size(1), d.size(2));
        dTgram.reshape(d.size(0), d.size(1), d.size(2)).assign(forward.channel(d, 1));
        arena.give(d);
        tgram.backward(forward.waveform(patches), dTgram);
        arena.give(dTgram);
    }

    /** @return what a block gave, the first is 0; before it the depthwise convolution */
    private INDArray output(final int block) {
        return block < 0 ? network.depthwise().convolution().output() : network.blocks().get(block).project().output();
    }

    /** @return dx of a block for its x and dy, which is given back */
    private INDArray backward(final FaceLayers.Block<BatchNormConvolution> block, final INDArray x,
        final INDArray dy) {
        final BatchNormConvolution depthwise = block.depthwise().convolution();
        final INDArray dHidden = depthwise.out().take(arena);
        block.project().backward(depthwise.output(), dy, dHidden);
        final INDArray dx =
            through(block.expand(), x, through(block.depthwise(), block.expand().convolution().output(), dHidden));
        if (block.isResidual()) {
            Ops.add(dx, dy, dx);
        }
        arena.give(dy);
        return dx;
    }

    /** @return dx of a convolution with its unit for its x and dy, which is given back */
    private INDArray through(final FaceLayers.Unit<BatchNormConvolution> unit, final INDArray x, final INDArray dy) {
        final INDArray before = arena.take(dy.shape());
        unit.convolution().repeat(before);
        unit.activation().backward(before, dy);
        arena.give(before);
        final INDArray dx = arena.take(x.shape());
        unit.convolution().backward(x, dy, dx);
        arena.give(dy);
        return dx;
    }
}
