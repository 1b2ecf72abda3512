package org.geco.asd.ensemble;

import java.util.Optional;

/**
 * What a score usually is for a machine: of how many of the machine's held-out normal clips this is known, the scale,
 * if there is one, and what is to be said about it, e.g. why there is none; may be empty.
 */
public record Level(int clips, Optional<Scale> scale, String note) {
    /** Mean and standard deviation of normal clips, the latter above 0. */
    public record Scale(double location, double deviation) {
        double standardised(final double score) {
            return (score - location) / deviation;
        }
    }
}
