package org.geco.asd.detector;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.SoundFacts;
import org.geco.asd.common.Outcome;

/**
 * What a detector tells of a clip.
 *
 * @param scores in the order of {@link Detector#scores()}, or why there is none
 * @param pValue the share of normal clips that seem as anomalous; missing without thresholds
 * @param threshold the score above which a clip of this machine is anomalous
 * @param anomalous the decision
 * @param facts what is known of the recording's samples, if it could be read
 */
public record Detection(List<Outcome<Double>> scores, Outcome<Double> pValue, Outcome<Double> threshold,
    Outcome<Boolean> anomalous, Optional<SoundFacts> facts) {
    /** @return nothing but the reason, e.g. that the recording cannot be read */
    public static Detection failed(final int scores, final String reason) {
        return new Detection(Collections.nCopies(scores, Outcome.failed(reason)), Outcome.failed(reason),
            Outcome.failed(reason), Outcome.failed(reason), Optional.empty());
    }

    /** @return why there is no score or no decision, or what a recording that was cut off lacks, if anything */
    public Optional<String> reason() {
        return scores.stream().filter(score -> !score.isPresent()).map(Outcome::reason).findFirst()
            .or(() -> anomalous.isPresent() ? facts.flatMap(SoundFacts::lack) : Optional.of(anomalous.reason()));
    }

    /** @return this of a recording with such samples */
    Detection of(final Optional<SoundFacts> heard) {
        return new Detection(scores, pValue, threshold, anomalous, heard);
    }
}
