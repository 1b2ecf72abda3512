package org.geco.asd.ensemble;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.commons.math3.stat.StatUtils;
import org.geco.asd.ensemble.Level.Scale;

/**
 * The levels of one score for the machines of one type, by ID, and for a machine of which nothing is known, from their
 * held-out scores. A machine with {@link #ENOUGH} of them has its own mean and deviation. One with fewer has the mean
 * of them and of {@link #PRIOR} more at the type's mean (that of its machines' means), and the deviation of all clips
 * of the type from the levels of their machines, with N − 1 degrees of freedom for N clips. A linear change of the
 * score changes nothing. Immutable.
 */
final class TypeLevels {
    /** With 19 degrees of freedom a deviation is known to about 16 %. */
    static final int ENOUGH = 20;

    private static final int PRIOR = 2;

    /** A spread below this share of the scores is rounding. */
    private static final double ROUNDING = 1e-12;

    private final String m_type;

    /** Ascending: sums are then the same bits in whatever order the clips came. */
    private final SortedMap<String, double[]> m_scores;

    /** The machines with levels of their own. */
    private final Set<String> m_own;
    private final double m_mean;
    private final int m_clips;
    private final Optional<Double> m_deviation;

    /** Takes the finite scores of the held-out normal clips of each machine ID, which may be none. */
    TypeLevels(final String type, final SortedMap<String, double[]> scores) {
        this(type, scores, scores.entrySet().stream().filter(entry -> entry.getValue().length >= ENOUGH)
            .map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    private TypeLevels(final String type, final SortedMap<String, double[]> scores, final Set<String> own) {
        m_type = type;
        final SortedMap<String, double[]> sorted = new TreeMap<>();
        scores.forEach((id, values) -> sorted.put(id, Arrays.stream(values).sorted().toArray()));
        m_scores = Collections.unmodifiableSortedMap(sorted);
        m_own = own;
        m_mean = sorted.values().stream().filter(values -> values.length > 0).mapToDouble(StatUtils::mean).average()
            .orElse(0);
        m_clips = sorted.values().stream().mapToInt(values -> values.length).sum();
        m_deviation = usable(pooledDeviation(), sorted.values().stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** @return machine ID → its scores, ascending */
    SortedMap<String, double[]> scores() {
        return m_scores;
    }

    private double location(final String id) {
        final double[] values = m_scores.getOrDefault(id, new double[0]);
        return m_own.contains(id) ? StatUtils.mean(values)
            : (StatUtils.sum(values) + PRIOR * m_mean) / (values.length + PRIOR);
    }

    private double pooledDeviation() {
        double squares = 0;
        for (final Map.Entry<String, double[]> machine : m_scores.entrySet()) {
            final double location = location(machine.getKey());
            for (final double value : machine.getValue()) {
                squares += (value - location) * (value - location);
            }
        }
        return Math.sqrt(squares / (m_clips - 1));
    }

    /** @return the deviation, if there is one that is more than rounding */
    private static Optional<Double> usable(final double deviation, final double[] values) {
        final double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return values.length > 1 && deviation > ROUNDING * largest && deviation < Double.POSITIVE_INFINITY
            ? Optional.of(deviation) : Optional.empty();
    }

    Level of(final String id) {
        final double[] values = m_scores.getOrDefault(id, new double[0]);
        if (m_own.contains(id)) {
            return level(values.length, location(id), usable(Math.sqrt(StatUtils.variance(values)), values),
                fault(values.length, "held-out clips of machine " + m_type + " " + id), "");
        }
        return level(values.length, location(id), m_deviation,
            fault(m_clips, "held-out clips of machine type " + m_type), String.format(Locale.ROOT,
                "fewer than %d clips: pooled with the %d of the type", ENOUGH, m_clips));
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

    /** @return whether one of the machine's held-out clips has exactly this score */
    boolean has(final String id, final double score) {
        return m_scores.containsKey(id) && Arrays.binarySearch(m_scores.get(id), score) >= 0;
    }

    /** @return the level of a machine without one of its held-out clips, which has this score */
    Level without(final String id, final double score) {
        final double[] values = m_scores.get(id);
        final int index = Arrays.binarySearch(values, score);
        final double[] others = new double[values.length - 1];
        System.arraycopy(values, 0, others, 0, index);
        System.arraycopy(values, index + 1, others, index, others.length - index);
        final SortedMap<String, double[]> scores = new TreeMap<>(m_own.contains(id) ? Map.of() : m_scores);
        scores.put(id, others);
        return new TypeLevels(m_type, scores, m_own).of(id);
    }
}
