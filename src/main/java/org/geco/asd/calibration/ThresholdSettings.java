package org.geco.asd.calibration;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/** Which score is judged (its name), and the highest share of normal clips, in (0, 1), that may be called anomalous. */
public record ThresholdSettings(String score, double rate, FewClips fewClips) {
    /** Refuses a rate that is none. */
    public void check() throws AsdException {
        Checks.range(rate > 0 && rate < 1, "The false-alarm rate", rate, "a rate above 0 and below 1, e.g. 0.05");
    }
}
