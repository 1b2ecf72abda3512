package org.geco.asd.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When a run was measured (UTC, in seconds), by which version of this extension, and on what computer, in words. */
public record Circumstances(Instant made, String software, String computer) {
    /** @return those of now and here, with this version */
    public static Circumstances now(final Clock clock, final String software) {
        return new Circumstances(clock.instant().truncatedTo(ChronoUnit.SECONDS), software,
            System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
    }
}
