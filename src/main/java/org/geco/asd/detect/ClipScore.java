package org.geco.asd.detect;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;

/**
 * What a model gives for one clip: a finite score in the method's unit, the higher, the more anomalous, the scores of
 * the networks whose mean it is, and where the clip lies among others, if the method has such a place.
 *
 * @param members the score of each member of an ensemble, in order; one for a single network, none if the method has
 * no networks of its own
 */
public record ClipScore(double score, List<Double> members, Optional<float[]> embedding) {
    /** Takes a copy of the list. */
    public ClipScore {
        members = List.copyOf(members);
    }

    /** @return a score alone; an AsdException naming method and clip if it is not finite */
    public static ClipScore of(final double score, final String method, final String clip) throws AsdException {
        if (!Double.isFinite(score)) {
            throw new AsdException("The " + method + " score of " + clip + " is " + score
                + ": its spectrogram holds values that no sound has.",
                "Extract the spectrogram again, or leave the clip out.");
        }
        return new ClipScore(score, List.of(), Optional.empty());
    }

    /** @return the same score with those that it is the mean of */
    public ClipScore with(final List<Double> scores) {
        return new ClipScore(score, scores, embedding);
    }

    /** @return the same score with an embedding */
    public ClipScore with(final float[] place) {
        return new ClipScore(score, members, Optional.of(place));
    }
}
