package org.geco.asd.engine;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Detection;

/**
 * A recording and what a detector tells of it, in plain values that can be stored and sent.
 *
 * @param scores in the order of the detector's; empty where there is none
 * @param reason why there is no score or no decision, or what a recording that was cut off lacks
 */
public record Judged(NamedClip clip, List<Optional<Double>> scores, Optional<Double> pValue,
    Optional<Double> threshold, Optional<Boolean> anomalous, Optional<String> reason) {
    /** @return the clip with what the detector tells */
    public static Judged of(final NamedClip clip, final Detection detection) {
        return new Judged(clip, detection.scores().stream().map(Outcome::toOptional).toList(),
            detection.pValue().toOptional(), detection.threshold().toOptional(), detection.anomalous().toOptional(),
            detection.reason());
    }
}
