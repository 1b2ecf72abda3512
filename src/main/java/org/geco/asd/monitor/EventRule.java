package org.geco.asd.monitor;

import java.time.Duration;
import java.util.Optional;

import org.apache.commons.math3.distribution.BinomialDistribution;
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

    /**
     * @param promised the rate of false alarms among normal clips that was asked for
     * @param kept the rate that a machine's threshold really keeps: higher where it was learned from few clips
     * @return the rule with so many more anomalous clips that normal ones, if independent, make no more windows of n
     *         pass than at the promised rate; empty if even n of n do not
     */
    Optional<EventRule> keeping(final double promised, final double kept) {
        for (int more = k; more <= n; more++) {
            if (chance(more, kept) <= chance(k, promised)) {
                return Optional.of(new EventRule(more, n, gap));
            }
        }
        return Optional.empty();
    }

    private double chance(final int anomalous, final double rate) {
        return 1 - new BinomialDistribution(n, rate).cumulativeProbability(anomalous - 1);
    }
}
