package org.geco.asd.geco.net;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Images with channels inside a graph, as a matrix with one row for each pixel: NHWC without the reshape.
 *
 * @param rows [batch · height · width, channels]
 * @param batch number of images
 * @param height frames
 * @param width bands
 * @param channels number of channels
 */
public record FeatureMap(SDVariable rows, long batch, long height, long width, long channels) {

    /** @return number of rows */
    public long rowCount() {
        return batch * height * width;
    }

    /** @return the same values as [batch, height, width, channels] */
    SDVariable image() {
        return rows.reshape(batch, height, width, channels);
    }

    /** @return the same layout with other values */
    FeatureMap with(final SDVariable values) {
        return new FeatureMap(values, batch, height, width, channels);
    }
}
