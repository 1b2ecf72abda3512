package org.geco.asd.geco.net;

import org.geco.asd.nn.layers.Arena;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The size of images with channels, channels last.
 *
 * @param batch number of images
 * @param height frames
 * @param width bands
 * @param channels number of channels
 */
record FeatureMap(int batch, int height, int width, int channels) {

    /** @return number of pixels of all images */
    int rows() {
        return batch * height * width;
    }

    /** @return the same size with other channels */
    FeatureMap withChannels(final int count) {
        return new FeatureMap(batch, height, width, count);
    }

    /** @return new images that live as long as the arena, [batch, height, width, channels] */
    INDArray array(final Arena arena) {
        return arena.array(batch, height, width, channels);
    }

    /** @return lent images, to be given back */
    INDArray take(final Arena arena) {
        return arena.take(batch, height, width, channels);
    }

    /** @return the same values, one row for each pixel: [rows, channels] */
    INDArray rows(final INDArray images) {
        return images.reshape(rows(), channels);
    }
}
