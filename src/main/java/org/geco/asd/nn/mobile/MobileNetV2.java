package org.geco.asd.nn.mobile;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.layers.Convolution;
import org.geco.asd.nn.layers.ConvolutionLayer;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.layers.FoldedConvolution;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;

/**
 * MobileNetV2 (Sandler et al., <i>MobileNetV2: Inverted Residuals and Linear Bottlenecks</i>, CVPR 2018, Table 2) for
 * one input channel and without its classifier: a 3×3 convolution of stride 2, inverted residual blocks, a 1×1
 * convolution, the mean over all pixels. Channels are those of the table times a width, rounded to multiples of 8 by no
 * more than a tenth downwards, as torchvision and Keras do it; the last layer is not made narrower than in the table.
 */
public record MobileNetV2(double width) implements FeatureExtractor {
    private static final int STEM = 32;
    private static final int LAST = 1280;
    private static final int DIVISOR = 8;
    private static final double LEAST_SHARE = 0.9;

    /** Table 2: the hidden channels as a multiple of the input's, channels, blocks, the first one's stride. */
    private record Stage(int expansion, int channels, int blocks, int stride) { }

    private static final List<Stage> STAGES = List.of(new Stage(1, 16, 1, 1), new Stage(6, 24, 2, 2),
        new Stage(6, 32, 3, 2), new Stage(6, 64, 4, 2), new Stage(6, 96, 3, 1), new Stage(6, 160, 3, 2),
        new Stage(6, 320, 1, 1));

    private int channels(final int ofTable) {
        final int rounded = Math.max(DIVISOR, (int)(ofTable * width + DIVISOR / 2.0) / DIVISOR * DIVISOR);
        return rounded < LEAST_SHARE * ofTable * width ? rounded + DIVISOR : rounded;
    }

    /** 1,280 in the original. */
    @Override
    public int embeddingSize() {
        return width > 1 ? channels(LAST) : LAST;
    }

    @Override
    public String toString() {
        return "MobileNetV2 of width " + width;
    }

    @Override
    public Trained training(final Parameters parameters, final Arena arena, final FeatureMap patches) {
        final MobileLayers<BatchNormConvolution> layers = layers(patches,
            (name, in, c) -> new BatchNormConvolution(parameters, arena, name, in, c, in.equals(patches)));
        return new MobileBackward(arena, layers, new MobileForward(arena, layers));
    }

    @Override
    public Forward scoring(final Weights weights, final Arena arena, final FeatureMap patches) {
        return new MobileForward(arena,
            layers(patches, (name, in, c) -> new FoldedConvolution(weights, arena, name, in, c)));
    }

    /**
     * Lays the network out: {@code stem}, {@code block1.depthwise} and {@code block1.project}, {@code block2.expand} …
     * {@code block17.project}, {@code last}; the factory is asked in the order of the forward pass.
     */
    <L extends ConvolutionLayer> MobileLayers<L> layers(final FeatureMap patches,
        final ConvolutionLayer.Factory<L> factory) {
        final L stem = factory.layer("stem", patches, new Convolution(channels(STEM), 3, 2));
        FeatureMap in = stem.out();
        final List<MobileLayers.Block<L>> blocks = new ArrayList<>();
        for (final Stage stage : STAGES) {
            for (int i = 0; i < stage.blocks(); i++) {
                final MobileLayers.Block<L> block = block(factory, "block" + (blocks.size() + 1), in,
                    new Stage(stage.expansion(), channels(stage.channels()), 1, i == 0 ? stage.stride() : 1));
                blocks.add(block);
                in = block.project().out();
            }
        }
        return new MobileLayers<>(stem, blocks, factory.layer("last", in, new Convolution(embeddingSize(), 1, 1)));
    }

    private static <L extends ConvolutionLayer> MobileLayers.Block<L> block(final ConvolutionLayer.Factory<L> factory,
        final String name, final FeatureMap in, final Stage stage) {
        final int hidden = in.channels() * stage.expansion();
        final L expand = stage.expansion() == 1 ? null
            : factory.layer(name + ".expand", in, new Convolution(hidden, 1, 1));
        final L depthwise = factory.layer(name + ".depthwise", expand == null ? in : expand.out(),
            new Convolution(hidden, 3, stage.stride(), true));
        return new MobileLayers.Block<>(expand, depthwise,
            factory.layer(name + ".project", depthwise.out(), new Convolution(stage.channels(), 1, 1)),
            stage.stride() == 1 && in.channels() == stage.channels());
    }
}
