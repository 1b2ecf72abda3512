package org.geco.asd.methods.geco;

/**
 * The off-heap memory of a GeCo training, from its sizes. Estimated from above, so that it can be asked for before
 * anything is allocated; a test compares it with what sessions hold.
 *
 * @param baseWidth channels of ResNet-18's first stage
 * @param frames frames of a patch
 * @param mels bands of a patch
 */
record GecoMemory(long baseWidth, long frames, long mels) {

    /** Parameters, gradients and momentum. */
    private static final int TRAINED_COPIES = 3;

    /** What norms, rectifiers, gradients and intermediate results take, as a multiple of the convolutions' outputs. */
    private static final int TRAINING_FACTOR = 4;

    private static final int STAGES = 4;

    /**
     * @param patches patches in a batch, originals and reconstructions
     * @return bytes of a training
     */
    long training(final int patches) {
        return Float.BYTES * (TRAINED_COPIES * parameters() + patches * (TRAINING_FACTOR * outputs() + columns()));
    }

    private long parameters() {
        long count = 49 * baseWidth;
        long in = baseWidth;
        for (int stage = 0; stage < STAGES; stage++) {
            final long out = baseWidth << stage;
            count += 9 * in * out + 27 * out * out + (in == out ? 0 : in * out);
            in = out;
        }
        return count;
    }

    /** Values of all convolutions' outputs for one patch. */
    private long outputs() {
        long height = half(frames);
        long width = half(mels);
        long count = height * width * baseWidth;
        for (int stage = 0; stage < STAGES; stage++) {
            // the first stage is halved by the maximum before it, the others by their first block, with a shortcut
            height = half(height);
            width = half(width);
            count += height * width * (baseWidth << stage) * (stage == 0 ? 4 : 5);
        }
        return count;
    }

    /** The pixels under each element of a kernel, for one patch: of the stem and of one layer of each later stage. */
    private long columns() {
        long height = half(frames);
        long width = half(mels);
        long count = 49 * height * width;
        height = half(height);
        width = half(width);
        for (int stage = 1; stage < STAGES; stage++) {
            height = half(height);
            width = half(width);
            count += 9 * height * width * (baseWidth << stage);
        }
        return count;
    }

    private static long half(final long size) {
        return (size + 1) / 2;
    }
}
