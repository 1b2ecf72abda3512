package org.geco.asd.ensemble;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.math3.stat.StatUtils;
import org.geco.asd.ensemble.Level.Scale;

/**
 * The levels of one score for the machines of one type, by ID, and for a machine of which nothing is known. A machine
 * with {@link #ENOUGH} held-out clips has its own mean and deviation. One with fewer has the mean of them and of
 * {@link #PRIOR} more at the type's mean (that of its machines' means), and the deviation of all clips of the type from
 * the means of their machines, with N − 1 degrees of freedom for N clips. A linear change of the score changes nothing.
 */
record TypeLevels(SortedMap<String, Level> machines, Level unknown) {
    /** With 19 degrees of freedom a deviation is known to about 16 %. */
    static final int ENOUGH = 20;

    private static final int PRIOR = 2;

    /** A spread below this share of the scores is rounding. */
    private static final double ROUNDING = 1e-12;

    /** @return the levels, from the finite scores of the held-out normal clips of each machine ID, which may be none */
    static TypeLevels of(final String type, final SortedMap<String, double[]> scores) {
        final SortedMap<String, double[]> sorted = new TreeMap<>();
        // the sums are then the same bits in whatever order the clips come
        scores.forEach((id, values) -> sorted.put(id, Arrays.stream(values).sorted().toArray()));
        final double mean = sorted.values().stream().filter(values -> values.length > 0).mapToDouble(StatUtils::mean)
            .average().orElse(0);
        final double[] all = sorted.values().stream().flatMapToDouble(Arrays::stream).toArray();
        final Optional<Double> deviation = spread(all, pooledDeviation(sorted, mean, all.length));
        final String ofType = "held-out clips of machine type " + type;
        final SortedMap<String, Level> levels = new TreeMap<>();
        sorted.forEach((id, values) -> levels.put(id, values.length >= ENOUGH
            ? level(values.length, StatUtils.mean(values), spread(values, Math.sqrt(StatUtils.variance(values))),
                fault(values.length, "held-out clips of machine " + type + " " + id), "")
            : level(values.length, location(values, mean), deviation, fault(all.length, ofType),
                String.format(Locale.ROOT, "fewer than %d clips: pooled with the %d of the type", ENOUGH,
                    all.length))));
        return new TypeLevels(levels, level(0, mean, deviation, fault(all.length, ofType), "no clip: as the type"));
    }

    private static Level level(final int clips, final double location, final Optional<Double> deviation,
        final String fault, final String note) {
        return new Level(clips, deviation.map(value -> new Scale(location, value)),
            deviation.isPresent() ? note : fault);
    }

    /** @return why there is no deviation */
    private static String fault(final int clips, final String what) {
        return clips < 2 ? "fewer than two " + what + " have it"
            : String.format(Locale.ROOT, "it has no usable spread over the %d %s", clips, what);
    }

    private static double location(final double[] values, final double mean) {
        return (StatUtils.sum(values) + PRIOR * mean) / (values.length + PRIOR);
    }

    private static double pooledDeviation(final Map<String, double[]> scores, final double mean, final int clips) {
        double squares = 0;
        for (final double[] values : scores.values()) {
            final double location = values.length >= ENOUGH ? StatUtils.mean(values) : location(values, mean);
            for (final double value : values) {
                squares += (value - location) * (value - location);
            }
        }
        return Math.sqrt(squares / (clips - 1));
    }

    /** @return the deviation, if there is one that is more than rounding */
    private static Optional<Double> spread(final double[] values, final double deviation) {
        final double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return values.length > 1 && deviation > ROUNDING * largest && deviation < Double.POSITIVE_INFINITY
            ? Optional.of(deviation) : Optional.empty();
    }

    Level of(final String id) {
        return machines.getOrDefault(id, unknown);
    }
}
