package org.geco.asd.nn.optim;

/**
 * Another schedule whose values are lowered at the start: from a hundredth, growing evenly to the whole value at the
 * end of the warm-up. Steps near random weights are small then.
 *
 * @param schedule the values without warm-up
 * @param epochs length of the warm-up; 0 for none
 */
public record WarmUp(Schedule schedule, double epochs) implements Schedule {

    /** The first value's share of the schedule's. */
    public static final double FIRST = 0.01;

    /** Checks the length. */
    public WarmUp {
        if (!(epochs >= 0)) {
            throw new IllegalArgumentException("A warm-up of " + epochs + " epochs");
        }
    }

    @Override
    public double at(final double epoch) {
        final double value = schedule.at(epoch);
        return epoch >= epochs ? value : value * (FIRST + (1 - FIRST) * Math.max(0, epoch) / epochs);
    }
}
