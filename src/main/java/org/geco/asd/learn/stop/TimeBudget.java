package org.geco.asd.learn.stop;

import java.util.function.LongSupplier;

/** Time that a training may take, from when the budget was made. */
public final class TimeBudget {
    /** As long as it takes. */
    public static final TimeBudget UNLIMITED = new TimeBudget(Double.POSITIVE_INFINITY, () -> 0);

    private static final double NANOS_PER_SECOND = 1e9;

    private final double m_seconds;
    private final LongSupplier m_clock;
    private final long m_start;

    private TimeBudget(final double seconds, final LongSupplier clock) {
        m_seconds = seconds;
        m_clock = clock;
        m_start = clock.getAsLong();
    }

    /** @return the budget, starting now; 0 minutes are no limit */
    public static TimeBudget of(final StopRules rules) {
        return of(rules, System::nanoTime);
    }

    /** @return the same by a clock that gives nanoseconds since some time */
    public static TimeBudget of(final StopRules rules, final LongSupplier clock) {
        return rules.minutes() == 0 ? UNLIMITED : new TimeBudget(rules.seconds(), clock);
    }

    /** @return the budget of the first of so many parts that the time left is for, starting now */
    public TimeBudget share(final int parts) {
        return this == UNLIMITED ? this : new TimeBudget(Math.max(0, secondsLeft()) / parts, m_clock);
    }

    /** @return true if no time is left */
    public boolean isSpent() {
        return secondsLeft() <= 0;
    }

    /** @return seconds until then, negative after it, infinite without limit */
    public double secondsLeft() {
        return m_seconds - (m_clock.getAsLong() - m_start) / NANOS_PER_SECOND;
    }
}
