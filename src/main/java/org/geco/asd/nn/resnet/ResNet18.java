package org.geco.asd.nn.resnet;

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
 * The feature extractor f_θ: ResNet-18 (He et al. 2016) with one input channel and without its classifier. A 7×7
 * convolution of stride 2, a 3×3 maximum of stride 2, four stages of two basic blocks with 1, 2, 4 and 8 times the base
 * width (64 in the original), the mean over all pixels.
 */
public record ResNet18(int baseWidth) implements FeatureExtractor {
    private static final int STAGES = 4;
    private static final int BLOCKS = 2;

    /** Channels of the last stage, 512 in the original. */
    @Override
    public int embeddingSize() {
        return baseWidth << (STAGES - 1);
    }

    @Override
    public String toString() {
        return "ResNet-18 of base width " + baseWidth;
    }

    @Override
    public Trained training(final Parameters parameters, final Arena arena, final FeatureMap patches) {
        final ResNetLayers<BatchNormConvolution> layers = layers(patches,
            (name, in, c) -> new BatchNormConvolution(parameters, arena, name, in, c, in.equals(patches)));
        return new ResNetBackward(arena, layers, new ResNetForward(arena, layers));
    }

    @Override
    public Forward scoring(final Weights weights, final Arena arena, final FeatureMap patches) {
        return new ResNetForward(arena,
            layers(patches, (name, in, c) -> new FoldedConvolution(weights, arena, name, in, c)));
    }

    private Convolution maximum() {
        return new Convolution(baseWidth, 3, 2);
    }

    /**
     * Lays the network out for an input of one channel: layers {@code stem} and {@code stage1.block1.first} … {@code
     * stage4.block2.second}. The geometry is known here only, what a layer is only to the factory, which is asked in
     * the order of the forward pass.
     */
    <L extends ConvolutionLayer> ResNetLayers<L> layers(final FeatureMap patches,
        final ConvolutionLayer.Factory<L> factory) {
        final L stem = factory.layer("stem", patches, new Convolution(baseWidth, 7, 2));
        FeatureMap in = maximum().output(stem.out());
        final FeatureMap pooled = in;
        final List<ResNetLayers.Block<L>> blocks = new ArrayList<>();
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                final Convolution first = new Convolution(baseWidth << stage, 3, stage > 0 && block == 0 ? 2 : 1);
                blocks.add(block(factory, "stage" + (stage + 1) + ".block" + (block + 1), in, first));
                in = first.output(in);
            }
        }
        return new ResNetLayers<>(stem, maximum(), pooled, blocks);
    }

    private static <L extends ConvolutionLayer> ResNetLayers.Block<L> block(final ConvolutionLayer.Factory<L> factory,
        final String name, final FeatureMap in, final Convolution first) {
        final FeatureMap out = first.output(in);
        final boolean sameSize = first.stride() == 1 && in.channels() == first.out();
        return new ResNetLayers.Block<>(factory.layer(name + ".first", in, first),
            factory.layer(name + ".second", out, new Convolution(first.out(), 3, 1)),
            sameSize ? null : factory.layer(name + ".shortcut", in, new Convolution(first.out(), 1, first.stride())));
    }
}
