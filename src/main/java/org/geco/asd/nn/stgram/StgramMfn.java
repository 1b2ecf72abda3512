package org.geco.asd.nn.stgram;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.layers.Convolution;
import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.layers.FoldedConvolution;
import org.geco.asd.nn.layers.FrameConvolution;
import org.geco.asd.nn.layers.PRelu;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.FinishedParameters;
import org.geco.asd.nn.tensor.ParameterSource;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;

/**
 * STgram-MFN (Liu et al., <i>Anomalous Sound Detection Using Spectral-Temporal Information Fusion</i>, ICASSP 2022)
 * after the code of its authors, without its classifier: the log-Mel spectrogram and {@link Tgram}, a picture of the
 * waveform that is learned, are the two channels of a MobileFaceNet (Chen et al. 2018): a 3×3 convolution of stride 2,
 * a depthwise one, three stages of two bottlenecks, a 1×1 convolution, a weighted sum over all pixels, and a 1×1
 * convolution to the embedding. All are followed by batch normalisation and, but the last of a bottleneck and the last
 * two, by a {@link PRelu}.
 * <p>
 * A patch [frames, mels + hop] is the spectrogram and beside each frame t the samples from t·hop to (t + 1)·hop − 1;
 * the frame's window is those and the hop before them. The sum over the pixels has weights for patches of one length:
 * 313 frames, 10 s, there.
 *
 * @param width channels behind the two pictures as a multiple of the original's
 * @param hop samples of a frame, 512 there
 */
public record StgramMfn(double width, int hop) implements FeatureExtractor {
    private static final int STEM = 64;
    private static final int LAST = 512;
    private static final int EMBEDDING = 128;

    /** The hidden channels as a multiple of the input's, and channels; two blocks each, the first of stride 2. */
    private record Stage(int expansion, int channels) { }

    private static final List<Stage> STAGES = List.of(new Stage(2, 128), new Stage(4, 128), new Stage(4, 128));
    private static final int BLOCKS = 2;

    private int channels(final int original) {
        return (int)Math.max(1, Math.round(original * width));
    }

    /** 128 in the original. */
    @Override
    public int embeddingSize() {
        return channels(EMBEDDING);
    }

    @Override
    public String toString() {
        return "STgram-MFN of width " + width;
    }

    private FeatureMap pictures(final FeatureMap patches) {
        return new FeatureMap(patches.batch(), patches.height(), patches.width() - hop, 2);
    }

    private Tgram tgram(final ParameterSource parameters, final Arena arena, final FeatureMap pictures) {
        return new Tgram(parameters, arena,
            new FrameConvolution.Size(pictures.batch(), pictures.height(), hop, pictures.width()));
    }

    @Override
    public Trained training(final Parameters parameters, final Arena arena, final FeatureMap patches) {
        final FeatureMap pictures = pictures(patches);
        final Tgram tgram = tgram(parameters, arena, pictures);
        final FaceLayers<BatchNormConvolution> layers = layers(pictures,
            (name, in, c) -> new BatchNormConvolution(parameters, arena, name, in, c, false),
            (name, map) -> new PRelu(parameters, arena, name, map));
        return new StgramBackward(arena, tgram, layers, new StgramForward(arena, tgram, layers, pictures));
    }

    @Override
    public Forward scoring(final Weights weights, final Arena arena, final FeatureMap patches) {
        final FeatureMap pictures = pictures(patches);
        final ParameterSource parameters = new FinishedParameters(weights, arena);
        return new StgramForward(arena, tgram(parameters, arena, pictures),
            layers(pictures, (name, in, c) -> new FoldedConvolution(weights, arena, name, in, c),
                (name, map) -> new PRelu(parameters, arena, name, map)),
            pictures);
    }

    /** Makes the units of a network, by the prefix of their parameters and their size. */
    @FunctionalInterface
    interface Activations {
        PRelu unit(String name, FeatureMap map);
    }

    /**
     * Lays out what is behind the two pictures: {@code stem}, {@code depthwise}, {@code block1.expand},
     * {@code block1.depthwise}, {@code block1.project} … {@code block6.project}, {@code last}, {@code global},
     * {@code embedding}.
     */
    <L extends ConvolutionLayer> FaceLayers<L> layers(final FeatureMap pictures,
        final ConvolutionLayer.Factory<L> factory, final Activations activations) {
        final Layout<L> layout = new Layout<>(factory, activations);
        final int first = channels(STEM);
        final FaceLayers.Unit<L> stem = layout.unit("stem", pictures, new Convolution(first, 3, 2));
        final FaceLayers.Unit<L> depthwise =
            layout.unit("depthwise", stem.convolution().out(), new Convolution(first, 3, 1, true));
        FeatureMap in = depthwise.convolution().out();
        final List<FaceLayers.Block<L>> blocks = new ArrayList<>();
        for (final Stage stage : STAGES) {
            for (int i = 0; i < BLOCKS; i++) {
                blocks.add(layout.block("block" + (blocks.size() + 1), in,
                    new Stage(stage.expansion(), channels(stage.channels())), i == 0 ? 2 : 1));
                in = blocks.get(blocks.size() - 1).project().out();
            }
        }
        final FaceLayers.Unit<L> last = layout.unit("last", in, new Convolution(channels(LAST), 1, 1));
        final L global = factory.layer("global", last.convolution().out(), Convolution.global(channels(LAST)));
        return new FaceLayers<>(stem, depthwise, blocks, last, global,
            factory.layer("embedding", global.out(), new Convolution(embeddingSize(), 1, 1)));
    }

    /** What makes the layers. */
    private record Layout<L extends ConvolutionLayer>(ConvolutionLayer.Factory<L> factory, Activations activations) {
        FaceLayers.Unit<L> unit(final String name, final FeatureMap in, final Convolution convolution) {
            final L layer = factory.layer(name, in, convolution);
            return new FaceLayers.Unit<>(layer, activations.unit(name, layer.out()));
        }

        FaceLayers.Block<L> block(final String name, final FeatureMap in, final Stage stage, final int stride) {
            final int hidden = in.channels() * stage.expansion();
            final FaceLayers.Unit<L> expand = unit(name + ".expand", in, new Convolution(hidden, 1, 1));
            final FaceLayers.Unit<L> depthwise =
                unit(name + ".depthwise", expand.convolution().out(), new Convolution(hidden, 3, stride, true));
            final L project = factory.layer(name + ".project", depthwise.convolution().out(),
                new Convolution(stage.channels(), 1, 1));
            return new FaceLayers.Block<>(expand, depthwise, project,
                stride == 1 && in.channels() == stage.channels());
        }
    }
}
