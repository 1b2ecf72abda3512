package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;

/** A linear axis of a drawing: values and the coordinates of both ends. */
record Axis(double min, double max, double from, double to) {
    /** @return an axis that shows all of the range; a single value gets room on both sides */
    static Axis around(final double least, final double most, final double from, final double to) {
        final double room = most > least ? 0.02 * (most - least) : Math.max(1e-9, 0.05 * Math.abs(least));
        return new Axis(least - room, most + room, from, to);
    }

    /** @return the coordinate of a value */
    double at(final double value) {
        return from + (value - min) / (max - min) * (to - from);
    }

    /** @return about four round values within the axis */
    List<Double> ticks() {
        final double rough = (max - min) / 4;
        final double power = Math.pow(10, Math.floor(Math.log10(rough)));
        final double lead = rough / power;
        final double step = power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
        final List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(min / step); i * step <= max; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
