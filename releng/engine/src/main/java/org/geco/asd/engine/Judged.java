package org.geco.asd.engine;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.detector.Detection;

/**
 * A recording and what a detector tells of it, in plain values that can be stored and sent.
 *
 * @param path absolute
 * @param scores in the order of the detector's; empty where there is none
 * @param reason why there is no score or no decision, or what a recording that was cut off lacks
 */
public record Judged(String path, String type, String id, List<Optional<Double>> scores, Optional<Double> pValue,
    Optional<Double> threshold, Optional<Boolean> anomalous, Optional<String> reason) {
    /** @return the clip with what the detector tells */
    public static Judged of(final SoundClip clip, final Detection detection) {
        return new Judged(clip.path().toString(), clip.machine().type(), clip.machine().id(),
            detection.scores().stream().map(Outcome::toOptional).toList(), detection.pValue().toOptional(),
            detection.threshold().toOptional(), detection.anomalous().toOptional(), reason(detection));
    }

    private static Optional<String> reason(final Detection detection) {
        return detection.scores().stream().filter(score -> !score.isPresent()).map(Outcome::reason).findFirst()
            .or(() -> detection.anomalous().isPresent() ? detection.lack()
                : Optional.of(detection.anomalous().reason()));
    }
}
