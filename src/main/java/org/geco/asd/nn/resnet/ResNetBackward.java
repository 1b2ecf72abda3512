package org.geco.asd.nn.resnet;

import java.util.List;

import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The backward pass of a {@link ResNet18} in training: from dL/d embeddings to the gradients of all its parameters.
 * What is between two layers is lent by the arena, at most four arrays of a size at a time.
 */
public final class ResNetBackward {

    private final Arena m_arena;

    private final ResNetLayers<BatchNormConvolution> m_layers;

    private final ResNetForward m_forward;

    /** The backward pass of a network and its forward pass. */
    public ResNetBackward(final Arena arena, final ResNetLayers<BatchNormConvolution> layers,
        final ResNetForward forward) {
        m_arena = arena;
        m_layers = layers;
        m_forward = forward;
    }

    /**
     * Sets the gradients of all parameters from dz = dL/dz [batch, embedding size] and the patches that the forward
     * pass had; to be called once after it.
     */
    public void backward(final INDArray patches, final INDArray dz) {
        INDArray d = m_layers.out().take(m_arena);
        Ops.productOfTransposed(m_forward.pixelShares(), dz, m_layers.out().rows(d));
        final List<ResNetLayers.Block<BatchNormConvolution>> blocks = m_layers.blocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            final boolean lowest = i == 0;
            final INDArray dx = (lowest ? m_layers.pooled() : blocks.get(i - 1).second().out()).take(m_arena);
            backward(blocks.get(i), lowest ? m_forward.pooled() : blocks.get(i - 1).second().output(), d, dx);
            m_arena.give(d);
            d = dx;
        }
        final INDArray dStem = m_layers.stem().out().take(m_arena);
        m_layers.maximum().backwardMaximum(m_layers.stem().output(), d, dStem);
        m_arena.give(d);
        Ops.throughRelu(m_arena, m_layers.stem().output(), dStem);
        m_layers.stem().backward(patches, dStem, null);
        m_arena.give(dStem);
    }

    private void backward(final ResNetLayers.Block<BatchNormConvolution> block, final INDArray x, final INDArray dy,
        final INDArray dx) {
        Ops.throughRelu(m_arena, block.second().output(), dy);
        final INDArray dInner = block.first().out().take(m_arena);
        block.second().backward(block.first().output(), dy, dInner);
        Ops.throughRelu(m_arena, block.first().output(), dInner);
        block.first().backward(x, dInner, dx);
        m_arena.give(dInner);
        if (block.shortcut() == null) {
            Ops.add(dx, dy, dx);
            return;
        }
        final INDArray through = m_arena.take(dx.shape());
        block.shortcut().backward(x, dy, through);
        Ops.add(dx, through, dx);
        m_arena.give(through);
    }
}
