package org.geco.asd.detect;

import java.util.Optional;

import org.geco.asd.common.AsdException;

/**
 * What a model gives for one clip.
 *
 * @param score finite; the higher, the more anomalous; its unit is the method's
 * @param embedding where the clip lies among others, if the method has such a place
 */
public record ClipScore(double score, Optional<float[]> embedding) {

    /**
     * @param score the higher, the more anomalous
     * @param method whose score it is
     * @param clip the clip's name
     * @return a score without embedding
     * @throws AsdException if the score is not finite
     */
    public static ClipScore of(final double score, final String method, final String clip) throws AsdException {
        if (!Double.isFinite(score)) {
            throw new AsdException("The " + method + " score of " + clip + " is " + score
                + ": its spectrogram holds values that no sound has.",
                "Extract the spectrogram again, or leave the clip out.");
        }
        return new ClipScore(score, Optional.empty());
    }

    /**
     * @param place the clip's embedding
     * @return the same score with it
     */
    public ClipScore with(final float[] place) {
        return new ClipScore(score, Optional.of(place));
    }
}
