package org.geco.asd.methods.pae;

import org.geco.asd.common.AsdException;

/**
 * How the errors of predicted frames become the score of a clip; the share, for {@link Aggregation#TOP_PERCENT} only,
 * is that of the frames with the largest errors, above 0 to 100.
 */
public record PaeScoring(Coverage coverage, Aggregation aggregation, double topPercent) {
    /** Every frame once, mean over all frames. */
    public static final PaeScoring DEFAULT = new PaeScoring(Coverage.EACH_FRAME_ONCE, Aggregation.MEAN, 10);

    /** Which frames are predicted from which contexts. */
    public enum Coverage {
        /** The clip in blocks, each position masked in turn; a last incomplete block is completed by frames before. */
        EACH_FRAME_ONCE,
        /** Every window of the clip, each position masked in turn; a frame's error is the mean over its contexts. */
        EVERY_WINDOW,
        /** Every window of the clip, its middle frame masked; the clip's first and last frames are not predicted. */
        CENTRE_FRAME
    }

    /** How the errors of frames become the score of a clip. */
    public enum Aggregation {
        /** The mean over frames. */
        MEAN,
        /** The largest. */
        MAX,
        /** The mean over the frames with the largest errors. */
        TOP_PERCENT
    }

    /** Fails if the share is not above 0 and up to 100. */
    public void check() throws AsdException {
        if (aggregation == Aggregation.TOP_PERCENT && !(topPercent > 0 && topPercent <= 100)) {
            throw new AsdException("The share of frames with the largest errors is " + topPercent + " %.",
                "Choose a share above 0 and up to 100.");
        }
    }
}
