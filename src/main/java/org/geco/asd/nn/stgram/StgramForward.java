package org.geco.asd.nn.stgram;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The forward pass of a {@link StgramMfn}, in training and in scoring. Every layer keeps its output. */
final class StgramForward implements FeatureExtractor.Forward {
    private final Tgram m_tgram;
    private final FaceLayers<?> m_layers;

    /** Both pictures, the spectrogram the first channel. */
    private final FeatureMap m_size;
    private final INDArray m_pictures;

    /** The forward pass of a network, whose arrays the arena keeps, for two pictures of a size. */
    StgramForward(final Arena arena, final Tgram tgram, final FaceLayers<?> layers, final FeatureMap pictures) {
        m_tgram = tgram;
        m_layers = layers;
        m_size = pictures;
        m_pictures = pictures.array(arena);
    }

    @Override
    public INDArray embed(final INDArray patches) {
        NativeThreads.enter();
        channel(m_pictures, 0).assign(spectrogram(patches));
        channel(m_pictures, 1).assign(m_tgram.forward(waveform(patches))
            .reshape(m_size.batch(), m_size.height(), m_size.width()));
        INDArray x = activated(m_layers.depthwise(), activated(m_layers.stem(), m_pictures));
        for (final FaceLayers.Block<?> block : m_layers.blocks()) {
            final INDArray y = block.project().forward(activated(block.depthwise(), activated(block.expand(), x)));
            if (block.isResidual()) {
                Ops.add(y, x, y);
            }
            x = y;
        }
        final INDArray z =
            m_layers.embedding().forward(m_layers.global().forward(activated(m_layers.last(), x)));
        return z.reshape(z.size(0), z.size(3));
    }

    private static INDArray activated(final FaceLayers.Unit<?> unit, final INDArray x) {
        final INDArray y = unit.convolution().forward(x);
        unit.activation().forward(y);
        return y;
    }

    /** @return both pictures of the last pass */
    INDArray pictures() {
        return m_pictures;
    }

    /** @return one of two pictures [batch, frames, mels], of the size of {@link #pictures()} */
    INDArray channel(final INDArray pictures, final int channel) {
        final long row = (long)m_size.width() * m_size.channels();
        return Ops.view(pictures, new long[]{m_size.batch(), m_size.height(), m_size.width()},
            new long[]{m_size.height() * row, row, m_size.channels()}, pictures.offset() + channel);
    }

    private INDArray spectrogram(final INDArray patches) {
        final long row = patches.size(2);
        return Ops.view(patches, new long[]{m_size.batch(), m_size.height(), m_size.width()},
            new long[]{m_size.height() * row, row, 1}, patches.offset());
    }

    /** @return the samples of each frame of patches [frames of all, hop] */
    INDArray waveform(final INDArray patches) {
        final long row = patches.size(2);
        return Ops.view(patches, new long[]{(long)m_size.batch() * m_size.height(), row - m_size.width()},
            new long[]{row, 1}, patches.offset() + m_size.width());
    }
}
