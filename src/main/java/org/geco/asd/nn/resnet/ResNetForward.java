package org.geco.asd.nn.resnet;

import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The forward pass of a {@link ResNet18}, in training and in scoring, from patches to embeddings: the mean over the
 * last stage's pixels. Every layer keeps its output.
 */
public final class ResNetForward {
    private final ResNetLayers<?> m_layers;
    private final INDArray m_pooled;
    private final INDArray m_pixelShares;
    private final INDArray m_embeddings;

    /** The forward pass of a network, whose arrays the arena keeps. */
    public ResNetForward(final Arena arena, final ResNetLayers<?> layers) {
        m_layers = layers;
        m_pooled = layers.pooled().array(arena);
        m_embeddings = arena.array(layers.out().batch(), layers.out().channels());
        m_pixelShares = pixelShares(arena, layers.out());
    }

    /** A block-diagonal matrix: the mean over each image's pixels is one product with it. */
    private static INDArray pixelShares(final Arena arena, final FeatureMap map) {
        final INDArray matrix = arena.array(map.batch(), map.rows());
        if (arena.isDryRun()) {
            return matrix;
        }
        final int pixels = map.height() * map.width();
        final double[] shares = new double[Math.toIntExact(matrix.length())];
        for (int b = 0; b < map.batch(); b++) {
            java.util.Arrays.fill(shares, (b * map.batch() + b) * pixels, (b * map.batch() + b + 1) * pixels,
                1.0 / pixels);
        }
        Ops.write(matrix, shares);
        return matrix;
    }

    /** @return embeddings z [batch, embedding size] of patches [batch, frames, mels, 1], valid until the next pass */
    public INDArray embed(final INDArray patches) {
        NativeThreads.enter();
        final INDArray stem = m_layers.stem().forward(patches);
        Ops.relu(stem);
        m_layers.maximum().maximum(stem, m_pooled);
        INDArray x = m_pooled;
        for (final ResNetLayers.Block<?> block : m_layers.blocks()) {
            x = forward(block, x);
        }
        Ops.product(m_pixelShares, m_layers.out().rows(x), m_embeddings);
        return m_embeddings;
    }

    private static INDArray forward(final ResNetLayers.Block<?> block, final INDArray x) {
        final INDArray inner = block.first().forward(x);
        Ops.relu(inner);
        final INDArray y = block.second().forward(inner);
        Ops.add(y, block.shortcut() == null ? x : block.shortcut().forward(x), y);
        Ops.relu(y);
        return y;
    }

    /** @return the stem's output after the maximum, as the last pass left it */
    INDArray pooled() {
        return m_pooled;
    }

    /** @return [batch, pixels], the share of each pixel in each image's mean */
    INDArray pixelShares() {
        return m_pixelShares;
    }
}
