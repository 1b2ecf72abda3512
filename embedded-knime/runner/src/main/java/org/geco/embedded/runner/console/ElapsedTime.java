package org.geco.embedded.runner.console;

import java.time.Duration;
import java.util.Locale;

/** Writes durations for people. */
public final class ElapsedTime {

    private static final int SECONDS_A_MINUTE = 60;

    private ElapsedTime() {
    }

    /**
     * @param duration any duration
     * @return e.g. {@code 3.2 s}, {@code 4 min 07 s}
     */
    public static String format(final Duration duration) {
        final long seconds = duration.toSeconds();
        if (seconds < SECONDS_A_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return String.format(Locale.ROOT, "%d min %02d s", seconds / SECONDS_A_MINUTE, seconds % SECONDS_A_MINUTE);
    }
}
