package org.geco.asd.calibration;

import java.time.Instant;
import java.util.List;

/**
 * That what people said of clips changed thresholds.
 *
 * @param made when
 * @param confirmed clips that are anomalous, by what was said
 * @param rejected clips that are normal, by what was said, and count among the normal ones
 * @param detectors what the detectors were called that gave these scores before, oldest first
 */
public record Refinement(Instant made, int confirmed, int rejected, List<String> detectors) {
    /** Copies the list. */
    public Refinement {
        detectors = List.copyOf(detectors);
    }

    /** @return e.g. refined on 2026-11-26 by 7 rejected and 12 confirmed clips */
    @Override
    public String toString() {
        return "refined on " + made.toString().substring(0, "yyyy-mm-dd".length()) + " by " + rejected
            + " rejected and " + confirmed + " confirmed clips";
    }
}
