package org.geco.asd.nn.stgram;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.layers.FrameConvolution;
import org.geco.asd.nn.layers.FrameNorm;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.ParameterSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * TgramNet: a picture of a waveform that is learned, with as many channels as the spectrogram has bands, and as many
 * frames. A convolution of kernel 2·hop, stride and padding hop; three times layer normalisation over the frames, a
 * leaky rectified linear unit of slope 0.2 and a convolution of three frames; none with a bias. Parameters:
 * {@code tgram.waveform.weight1} and 2, {@code tgram.layer1.norm.gain} … {@code tgram.layer3.conv.weight3}.
 */
final class Tgram {
    private static final int LAYERS = 3;
    private static final int KERNEL = 3;
    private static final double SLOPE = 0.2;

    private final Arena m_arena;
    private final FrameConvolution m_waveform;
    private final List<Layer> m_layers = new ArrayList<>();

    /** What the last layer gives. */
    private final INDArray m_output;

    /** A layer, and its input after normalisation and unit. */
    private record Layer(FrameNorm norm, FrameConvolution convolution, INDArray activated) { }

    /** For a waveform in rows of {@code size.in()} samples. */
    Tgram(final ParameterSource parameters, final Arena arena, final FrameConvolution.Size size) {
        m_arena = arena;
        m_waveform = new FrameConvolution(parameters, arena, "tgram.waveform", size, -1, 2);
        final FrameConvolution.Size inner =
            new FrameConvolution.Size(size.clips(), size.frames(), size.out(), size.out());
        for (int i = 1; i <= LAYERS; i++) {
            final String name = "tgram.layer" + i;
            m_layers.add(new Layer(new FrameNorm(parameters, arena, name + ".norm", inner, SLOPE),
                new FrameConvolution(parameters, arena, name + ".conv", inner, -1, KERNEL),
                arena.intermediate("activated", size.rows(), size.out())));
        }
        m_output = arena.array(size.rows(), size.out());
    }

    /** @return [rows, out] of a waveform [rows, hop], until the next pass */
    INDArray forward(final INDArray waveform) {
        m_waveform.forward(waveform, m_output);
        for (final Layer layer : m_layers) {
            layer.norm().forward(m_output, layer.activated());
            layer.convolution().forward(layer.activated(), m_output);
        }
        return m_output;
    }

    /** Sets the gradients of all parameters from d = dL/d output, which it overwrites. */
    void backward(final INDArray waveform, final INDArray d) {
        final INDArray through = m_arena.take(d.shape());
        for (int i = LAYERS - 1; i >= 0; i--) {
            m_layers.get(i).convolution().backward(m_layers.get(i).activated(), d, through);
            m_layers.get(i).norm().backward(through, d);
        }
        m_arena.give(through);
        m_waveform.backward(waveform, d);
    }
}
