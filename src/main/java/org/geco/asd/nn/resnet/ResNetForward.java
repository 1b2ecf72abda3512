package org.geco.asd.nn.resnet;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.PixelMean;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The forward pass of a {@link ResNet18}, in training and in scoring, from patches to embeddings: the mean over the
 * last stage's pixels. Every layer keeps its output.
 */
final class ResNetForward implements FeatureExtractor.Forward {
    private final ResNetLayers<?> m_layers;
    private final INDArray m_pooled;
    private final PixelMean m_mean;

    /** The forward pass of a network, whose arrays the arena keeps. */
    ResNetForward(final Arena arena, final ResNetLayers<?> layers) {
        m_layers = layers;
        m_pooled = layers.pooled().array(arena);
        m_mean = new PixelMean(arena, layers.out());
    }

    @Override
    public INDArray embed(final INDArray patches) {
        NativeThreads.enter();
        final INDArray stem = m_layers.stem().forward(patches, Rectifier.RELU);
        m_layers.maximum().maximum(stem, m_pooled);
        INDArray x = m_pooled;
        for (final ResNetLayers.Block<?> block : m_layers.blocks()) {
            x = forward(block, x);
        }
        return m_mean.forward(x);
    }

    private static INDArray forward(final ResNetLayers.Block<?> block, final INDArray x) {
        final INDArray y = block.second().forward(block.first().forward(x, Rectifier.RELU));
        Ops.add(y, block.shortcut() == null ? x : block.shortcut().forward(x), y);
        Rectifier.RELU.forward(y);
        return y;
    }

    /** @return the stem's output after the maximum, as the last pass left it */
    INDArray pooled() {
        return m_pooled;
    }

    PixelMean mean() {
        return m_mean;
    }
}
