package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The size of images with channels, channels last: {@code height} frames, {@code width} bands. */
public record FeatureMap(int batch, int height, int width, int channels) {
    /** @return the size of images [batch, height, width, channels] */
    static FeatureMap of(final INDArray images) {
        return new FeatureMap((int)images.size(0), (int)images.size(1), (int)images.size(2), (int)images.size(3));
    }

    /** @return number of pixels of all images */
    public long rows() {
        return (long)batch * height * width;
    }

    /** @return the same size with other channels */
    FeatureMap withChannels(final int count) {
        return new FeatureMap(batch, height, width, count);
    }

    /** @return new images of zeros for the arena's life, [batch, height, width, channels] */
    public INDArray array(final Arena arena) {
        return arena.array(batch, height, width, channels);
    }

    /** @return images with arbitrary content, to be given back to the arena, [batch, height, width, channels] */
    public INDArray take(final Arena arena) {
        return arena.take(batch, height, width, channels);
    }

    /** @return images of this size as a matrix with one row for each pixel, [rows, channels]: a view */
    public INDArray rows(final INDArray images) {
        return images.reshape(rows(), channels);
    }
}
