package org.geco.asd.monitor;

import java.time.Duration;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * When anomalous clips are an event.
 *
 * @param k at least so many anomalous ones
 * @param n among so many consecutive clips of a machine: "k of n", the zone rules of the Western Electric Company's
 *            Statistical Quality Control Handbook (1956), where 2 of 3 and 4 of 5 are an alarm
 * @param gap anomalous clips that are not further apart are one event
 */
public record EventRule(int k, int n, Duration gap) {
    /** Refuses numbers that make no sense. */
    public void check() throws AsdException {
        Checks.range(n >= 1, "The number of consecutive clips", n, "1 or more");
        Checks.range(k >= 1 && k <= n, "The number of anomalous clips", k, "1 to " + n
            + ", the number of consecutive clips");
        Checks.range(!gap.isNegative(), "The gap between anomalous clips", gap, "0 or more");
    }
}
