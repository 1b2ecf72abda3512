package org.geco.asd.nn.mobile;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.PixelMean;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The forward pass of a {@link MobileNetV2}, in training and in scoring. Every layer keeps its output. */
final class MobileForward implements FeatureExtractor.Forward {
    private final MobileLayers<?> m_layers;
    private final PixelMean m_mean;

    /** The forward pass of a network, whose arrays the arena keeps. */
    MobileForward(final Arena arena, final MobileLayers<?> layers) {
        m_layers = layers;
        m_mean = new PixelMean(arena, layers.last().out());
    }

    @Override
    public INDArray embed(final INDArray patches) {
        NativeThreads.enter();
        INDArray x = activated(m_layers.stem(), patches);
        for (final MobileLayers.Block<?> block : m_layers.blocks()) {
            final INDArray hidden =
                activated(block.depthwise(), block.expand() == null ? x : activated(block.expand(), x));
            final INDArray y = block.project().forward(hidden);
            if (block.isResidual()) {
                Ops.add(y, x, y);
            }
            x = y;
        }
        return m_mean.forward(activated(m_layers.last(), x));
    }

    private static INDArray activated(final ConvolutionLayer layer, final INDArray x) {
        final INDArray y = layer.forward(x);
        Rectifier.RELU6.forward(y);
        return y;
    }

    PixelMean mean() {
        return m_mean;
    }
}
