package org.geco.asd.learn.stop;

import java.util.function.LongSupplier;

/** Time that a training may take, from when the budget was made. */
public final class TimeBudget {
    /** As long as it takes. */
    public static final TimeBudget UNLIMITED = new TimeBudget(Double.POSITIVE_INFINITY, () -> 0);

    private static final double NANOS_PER_MINUTE = 60e9;

    private final double m_minutes;
    private final LongSupplier m_clock;
    private final long m_start;

    /** The clock gives nanoseconds since some time. */
    TimeBudget(final double minutes, final LongSupplier clock) {
        m_minutes = minutes;
        m_clock = clock;
        m_start = clock.getAsLong();
    }

    /** @return the budget, starting now; 0 minutes are no limit */
    public static TimeBudget of(final StopRules rules) {
        return rules.minutes() == 0 ? UNLIMITED : new TimeBudget(rules.minutes(), System::nanoTime);
    }

    /** @return the budget of the first of so many parts that the time left is for, starting now */
    public TimeBudget share(final int parts) {
        return this == UNLIMITED ? this : new TimeBudget(Math.max(0, left()) / parts, m_clock);
    }

    /** @return true if no time is left */
    public boolean isSpent() {
        return left() <= 0;
    }

    private double left() {
        return m_minutes - (m_clock.getAsLong() - m_start) / NANOS_PER_MINUTE;
    }
}
