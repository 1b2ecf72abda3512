package org.geco.asd.detect;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.MelSettings;

/**
 * Predicts masked frames from their neighbours: the generative half of GeCo as its contrastive half sees it
 * (paper, section 2.2: "only the masked frames in x are reconstructed by their neighbourhood").
 */
public interface FrameReconstructor extends AutoCloseable {
    /**
     * @param member of what is trained with it, 1 for the first
     * @return what predicts for this member, with native memory of its own, which is to be closed: of several PAEs of a
     *         machine type the one in the same place, after the last again the first
     */
    FrameReconstructor member(int member);

    /** @return frames in one block, 5 in the paper */
    int blockFrames();

    /** @return a short text that another model's predictions, of all of its members, hardly have */
    String fingerprint();

    /** @return in what it was trained otherwise than the paper's */
    Differences differences();

    /** @return about the off-heap bytes that a member's predictions of so many machine types take */
    long bytes(int machineTypes);

    /** Fails, before a long training starts, if there is no PAE for the machine type, or one of other features. */
    void check(String machineType, MelSettings mel) throws AsdException;

    /**
     * Predicts one masked frame in each block with the PAE of one machine type; fails if there is none.
     *
     * @param blocks {@code n · blockFrames · mels} dB values, block after block, frame after frame
     * @param masked for each of the n blocks the position of its masked frame, 0 to blockFrames − 1
     * @return {@code n · mels} dB values: the predicted frame of each block
     */
    float[] predict(String machineType, float[] blocks, int[] masked) throws AsdException;

    /** Frees what predictions took. */
    @Override
    void close();
}
