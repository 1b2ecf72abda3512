package org.geco.asd.geco.net;

import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.graph.Rows;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The feature extractor f_θ: ResNet-18 (He et al. 2016) with one input channel and without its classifier. A 7×7
 * convolution of stride 2, a 3×3 maximum of stride 2, four stages of two basic blocks with 1, 2, 4 and 8 times the base
 * width, the mean over all pixels.
 *
 * @param baseWidth channels of the first stage, 64 in the original
 */
public record ResNet18(int baseWidth) {

    private static final int STAGES = 4;

    private static final int BLOCKS = 2;

    /** @return length of the embedding, 512 in the original */
    public int embeddingSize() {
        return baseWidth << (STAGES - 1);
    }

    /**
     * @param graph where the network goes
     * @param layers how convolutions are built
     * @param patches [batch · frames · mels, 1]
     * @return embeddings z [batch, embeddingSize]
     */
    SDVariable build(final Graph graph, final ConvolutionLayers layers, final FeatureMap patches) {
        FeatureMap x = relu(graph, layers.apply("stem", patches, new Convolution(baseWidth, 7, 2)));
        x = new Convolution(baseWidth, 3, 2).maximum(graph, x);
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                final long stride = stage > 0 && block == 0 ? 2 : 1;
                x = block(graph, layers, "stage" + (stage + 1) + ".block" + (block + 1), x,
                    new Convolution((long)baseWidth << stage, 3, stride));
            }
        }
        return meanOverPixels(graph, x);
    }

    private static FeatureMap block(final Graph graph, final ConvolutionLayers layers, final String name,
        final FeatureMap x, final Convolution first) {
        final FeatureMap y = relu(graph, layers.apply(name + ".first", x, first));
        final FeatureMap residual = layers.apply(name + ".second", y, new Convolution(first.out(), 3, 1));
        final boolean sameShape = first.stride() == 1 && x.channels() == first.out();
        final FeatureMap shortcut =
            sameShape ? x : layers.apply(name + ".shortcut", x, new Convolution(first.out(), 1, first.stride()));
        return relu(graph, residual.with(residual.rows().add(shortcut.rows())));
    }

    private static FeatureMap relu(final Graph graph, final FeatureMap x) {
        return x.with(new Rows(graph, x.rowCount()).relu(x.rows()));
    }

    /** One product with a block-diagonal matrix: the mean of each image's rows. */
    private static SDVariable meanOverPixels(final Graph graph, final FeatureMap x) {
        final int batch = (int)x.batch();
        final int pixels = (int)(x.height() * x.width());
        final float[] share = new float[batch * batch * pixels];
        for (int b = 0; b < batch; b++) {
            java.util.Arrays.fill(share, (b * batch + b) * pixels, (b * batch + b + 1) * pixels, 1f / pixels);
        }
        return graph.constant(share, batch, (long)batch * pixels).mmul(x.rows());
    }
}
