package org.geco.asd.methods.pae;

/**
 * The off-heap memory of a PAE, from its sizes. Estimated from above, so that it can be asked for before anything is
 * allocated; a test compares it with what sessions hold.
 *
 * @param sizes the network's sizes
 * @param mels number of mel bands
 */
record PaeMemory(PaeArchitecture sizes, int mels) {

    /** Parameters, gradients and two moments of Adam. */
    private static final int TRAINED_COPIES = 4;

    /** Values of a row that one block computes, for each of its channels: norms, q, k, v, products, MLP, residuals. */
    private static final int VALUES_A_CHANNEL = 18;

    /** The windows that predictions are made for, in all networks together. */
    private static final int PREDICTED_WINDOWS = PaeInference.capacity();

    /**
     * @param windows windows in a batch
     * @return bytes of a training, the measurement of held-out clips included
     */
    long training(final int windows) {
        return TRAINED_COPIES * parameters() + rows(windows) + once(windows) + once(PREDICTED_WINDOWS);
    }

    /** @return bytes of a frozen PAE that predicts */
    long prediction() {
        return parameters() + once(PREDICTED_WINDOWS);
    }

    private long parameters() {
        return Float.BYTES * ((long)mels * (sizes.encoderWidth() + sizes.decoderWidth())
            + (long)sizes.bottleneck() * (sizes.encoderWidth() + sizes.decoderWidth())
            + blocks(sizes.encoderBlocks(), sizes.encoderWidth())
            + blocks(sizes.decoderBlocks(), sizes.decoderWidth()));
    }

    /** Four matrices of the attention, two of the MLP; norms and biases are small. */
    private long blocks(final int count, final long width) {
        return count * ((4 + 2L * sizes.mlpRatio()) * width * width + (10 + 2L * sizes.mlpRatio()) * width);
    }

    /** What is not kept: in prediction, and the gradients of a training; blocks of one width use it in turn. */
    private long once(final long windows) {
        final long values = (long)VALUES_A_CHANNEL * (sizes.encoderWidth() + sizes.decoderWidth())
            + (long)sizes.encoderBlocks() * sizes.encoderWidth() + (long)sizes.decoderBlocks() * sizes.decoderWidth()
            + 4L * (sizes.encoderWidth() + sizes.decoderWidth() + sizes.bottleneck() + mels);
        return windows * sizes.blockFrames() * values * Float.BYTES;
    }

    private long rows(final long windows) {
        final long values = (long)VALUES_A_CHANNEL
            * (sizes.encoderBlocks() * sizes.encoderWidth() + sizes.decoderBlocks() * sizes.decoderWidth())
            + 4L * (sizes.encoderWidth() + sizes.decoderWidth() + sizes.bottleneck() + mels);
        return windows * sizes.blockFrames() * values * Float.BYTES;
    }
}
