package org.geco.asd.detect;

import java.util.Optional;

import org.geco.asd.common.AsdException;

/**
 * What a model gives for one clip: a finite score in the method's unit, the higher, the more anomalous, and where the
 * clip lies among others, if the method has such a place.
 */
public record ClipScore(double score, Optional<float[]> embedding) {
    /** @return a score without embedding; an AsdException naming method and clip if it is not finite */
    public static ClipScore of(final double score, final String method, final String clip) throws AsdException {
        if (!Double.isFinite(score)) {
            throw new AsdException("The " + method + " score of " + clip + " is " + score
                + ": its spectrogram holds values that no sound has.",
                "Extract the spectrogram again, or leave the clip out.");
        }
        return new ClipScore(score, Optional.empty());
    }

    /** @return the same score with an embedding */
    public ClipScore with(final float[] place) {
        return new ClipScore(score, Optional.of(place));
    }
}
