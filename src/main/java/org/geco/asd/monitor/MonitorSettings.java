package org.geco.asd.monitor;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * How a history is watched.
 *
 * @param rule when anomalous clips are an event
 * @param days how far events and trend look back from the last clip; at least one day
 * @param untilTold whether new events stay new until somebody says that they were told, see {@link Told}
 * @param driftRate share of false findings, in the mean, among the machines that are said to have drifted; in (0, 1)
 */
public record MonitorSettings(EventRule rule, int days, boolean untilTold, double driftRate) {
    /** Refuses what makes no sense. */
    public void check() throws AsdException {
        rule.check();
        Checks.range(days >= 1, "The number of days", days, "1 or more");
        Checks.range(driftRate > 0 && driftRate < 1, "The rate of false findings of drift", driftRate,
            "a rate above 0 and below 1, e.g. 0.01");
    }
}
