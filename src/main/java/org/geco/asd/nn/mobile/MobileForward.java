package org.geco.asd.nn.mobile;

import org.geco.asd.nn.features.FeatureExtractor;
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
        INDArray x = m_layers.stem().forward(patches, Rectifier.RELU6);
        for (final MobileLayers.Block<?> block : m_layers.blocks()) {
            final INDArray expanded = block.expand() == null ? x : block.expand().forward(x, Rectifier.RELU6);
            final INDArray y = block.project().forward(block.depthwise().forward(expanded, Rectifier.RELU6));
            if (block.isResidual()) {
                Ops.add(y, x, y);
            }
            x = y;
        }
        return m_mean.forward(m_layers.last().forward(x, Rectifier.RELU6));
    }

    PixelMean mean() {
        return m_mean;
    }
}
