package org.geco.asd.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * How the scores of a machine went from day to day, as a small line.
 *
 * @param deviations how far the median of each day lies above the usual, in standard deviations; two days at least
 */
public record Trend(SortedMap<LocalDate, Double> deviations) {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 26;
    private static final double MARGIN = 3;

    /** What healthy machines do from day to day fills no more than half of the height. */
    private static final double LOWEST = -2;
    private static final double HIGHEST = 4;

    private double x(final LocalDate date) {
        final LocalDate first = deviations.firstKey();
        return MARGIN + (WIDTH - 2 * MARGIN) * ChronoUnit.DAYS.between(first, date)
            / ChronoUnit.DAYS.between(first, deviations.lastKey());
    }

    private double y(final double deviation) {
        final double low = Math.min(LOWEST, Collections.min(deviations.values()));
        final double high = Math.max(HIGHEST, Collections.max(deviations.values()));
        return MARGIN + (HEIGHT - 2 * MARGIN) * (high - deviation) / (high - low);
    }

    /** @return the line's points, for the template */
    String points() {
        return deviations.entrySet().stream().map(day -> String.format(Locale.ROOT, "%.1f,%.1f", x(day.getKey()),
            y(day.getValue()))).collect(Collectors.joining(" "));
    }

    /** @return the height of what is usual */
    double usual() {
        return y(0);
    }

    double lastX() {
        return x(deviations.lastKey());
    }

    double lastY() {
        return y(last());
    }

    private double last() {
        return deviations.get(deviations.lastKey());
    }

    /** @return the last day in words */
    String words() {
        return String.format(Locale.ROOT, "%.1f standard deviations %s the usual, the last of %d days",
            Math.abs(last()), last() < 0 ? "below" : "above", deviations.size());
    }
}
