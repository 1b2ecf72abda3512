package org.geco.asd.methods.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.geco.asd.files.Tensor;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.layers.Bias;
import org.geco.asd.nn.layers.FoldedNorm;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network as it was at a moment, to predict with: batch normalisation is folded into the dense layers, and the first
 * of them multiplies a clip's frames as they lie, one part of its weights after the other: windows would hold each
 * frame several times. For one thread at a time.
 */
final class FoldedAutoencoder implements AutoCloseable {
    /** Windows at once: a clip of 10 s and more. */
    static final int WINDOWS = 512;

    private final AutoencoderSettings m_settings;
    private final Arena m_arena;
    private final int m_mels;
    private final List<Dense> m_layers = new ArrayList<>();
    private final HostArray m_frames;

    /** Which frames of a window are seen. */
    private final int[] m_seen;
    private Views m_views = new Views(0, List.of(), List.of());

    private record Dense(INDArray weight, INDArray bias, INDArray output) { }

    /** The first rows, for so many windows: the frames that each part of the first weights sees; the outputs. */
    private record Views(int windows, List<INDArray> seen, List<INDArray> outputs) { }

    FoldedAutoencoder(final AutoencoderSettings settings, final int mels, final Weights weights) {
        m_settings = settings;
        m_arena = new Arena(DataType.FLOAT, false);
        m_mels = mels;
        m_seen = IntStream.range(0, settings.frames()).filter(settings::isSeen).toArray();
        for (int i = 1; weights.tensors().containsKey("dense" + i + ".W"); i++) {
            m_layers.add(folded(i, weights.tensors()));
        }
        m_frames = new HostArray(WINDOWS + settings.frames() - 1, mels);
    }

    private Dense folded(final int number, final Map<String, Tensor> weights) {
        final Tensor weight = weights.get("dense" + number + ".W");
        final int width = (int)weight.shape()[1];
        final Dense layer = new Dense(m_arena.array(weight.shape()), m_arena.array(1, width),
            m_arena.array(WINDOWS, width));
        final String prefix = "norm" + number + ".";
        final FoldedNorm norm = weights.containsKey(prefix + "gamma")
            ? FoldedNorm.of(weights.get(prefix + "gamma").values(), weights.get(prefix + "beta").values(),
                weights.get(prefix + "mean").values(), weights.get(prefix + "var").values(),
                AutoencoderLayers.NORM_EPSILON)
            : new FoldedNorm(IntStream.range(0, width).mapToDouble(o -> 1).toArray(), new double[width]);
        Ops.write(layer.weight(), norm.weights(weight.values()));
        Ops.write(layer.bias(), norm.bias(weights.get("dense" + number + ".b").values()));
        return layer;
    }

    /** Hears of a frame that a window predicts, in dB: its values are those from an index on. */
    @FunctionalInterface
    interface Predicted {
        void frame(int frame, float[] values, int at);
    }

    void predict(final Spectrogram clip, final Predicted use) {
        final int all = m_settings.windows(clip);
        final int size = m_settings.outputs() * m_mels;
        final HostValues.Floats window = new HostValues.Floats(new float[size]);
        for (int from = 0; from < all; from += WINDOWS) {
            final int count = Math.min(WINDOWS, all - from);
            final HostPieces predicted = HostPieces.read(predict(clip, from, count));
            for (int i = 0; i < count; i++) {
                predicted.get((long)i * size, window, 0, size);
                for (int k = 0; k < m_settings.outputs(); k++) {
                    use.frame(from + i + m_settings.firstOutput() + k, window.values(), k * m_mels);
                }
            }
        }
    }

    /** @return what the windows from one on predict [windows, predicted frames · mels]; valid until the next call */
    private INDArray predict(final Spectrogram clip, final int from, final int windows) {
        final int last = m_seen[m_seen.length - 1];
        System.arraycopy(clip.values(), from * m_mels, m_frames.values(), 0, (windows + last) * m_mels);
        final Views views = views(m_frames.upload(), windows);
        for (int i = 0; i < m_layers.size(); i++) {
            final INDArray y = views.outputs().get(i);
            if (i == 0) {
                multiplyFrames(views, y);
            } else {
                Ops.product(views.outputs().get(i - 1), m_layers.get(i).weight(), y);
            }
            Bias.add(y, m_layers.get(i).bias(), i < m_layers.size() - 1 ? Rectifier.RELU : Rectifier.NONE);
        }
        return views.outputs().get(m_layers.size() - 1);
    }

    private void multiplyFrames(final Views views, final INDArray y) {
        for (int k = 0; k < m_seen.length; k++) {
            final INDArray weight = rows(m_layers.get(0).weight(), (long)k * m_mels, m_mels);
            if (k == 0) {
                Ops.product(views.seen().get(k), weight, y);
            } else {
                Ops.addProduct(views.seen().get(k), weight, y);
            }
        }
    }

    private Views views(final INDArray frames, final int windows) {
        if (m_views.windows() != windows) {
            m_views = new Views(windows, IntStream.of(m_seen).mapToObj(k -> rows(frames, k, windows)).toList(),
                m_layers.stream().map(layer -> rows(layer.output(), 0, windows)).toList());
        }
        return m_views;
    }

    private static INDArray rows(final INDArray matrix, final long from, final long count) {
        return matrix.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
    }

    @Override
    public void close() {
        m_frames.close();
        m_arena.close();
    }
}
