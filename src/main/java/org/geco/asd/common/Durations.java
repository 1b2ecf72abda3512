package org.geco.asd.common;

import java.math.BigDecimal;
import java.math.MathContext;

/** Durations as people say them. */
public final class Durations {
    private static final int TENS = 10;
    private static final int MINUTE = 60;
    private static final int HOUR = 60;
    private static final int DAY = 24;

    private Durations() { }

    /** @return seconds in words, e.g. "0.19 s", "45 s", "12 min", "2 h 5 min", "3 days 4 h" */
    public static String text(final double seconds) {
        if (seconds < TENS) {
            return new BigDecimal(seconds).round(new MathContext(2)).stripTrailingZeros().toPlainString() + " s";
        }
        final long whole = Math.round(seconds);
        final long minutes = Math.round(seconds / MINUTE);
        final long hours = Math.round(seconds / MINUTE / HOUR);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (minutes < HOUR) {
            return minutes + " min";
        }
        return hours < 2 * DAY ? both(minutes, HOUR, " h", " min") : both(hours, DAY, " days", " h");
    }

    private static String both(final long count, final int much, final String large, final String small) {
        return count / much + large + (count % much == 0 ? "" : " " + count % much + small);
    }
}
