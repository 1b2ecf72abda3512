package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;

/** An image with a border of so many pixels of zeros around it. */
record Bordered(FeatureMap map, int border) {
    int width() {
        return map.width() + 2 * border;
    }

    /** @return the index of a pixel's first channel, counted from the border's corner */
    int pixel(final int row, final int column) {
        return (row * width() + column) * map.channels();
    }

    int length() {
        return pixel(map.height() + 2 * border, 0);
    }

    /** Writes all but the border. */
    void store(final HostValues values, final HostPieces images, final int image) {
        final int row = map.width() * map.channels();
        for (int i = 0; i < map.height(); i++) {
            images.put(values, pixel(i + border, border), ((long)image * map.height() + i) * row, row);
        }
    }
}
