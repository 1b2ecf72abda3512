package org.geco.asd.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;

/** The runs of a score with several seeds: their mean, and how far they lie from it. */
public record MeanOfRuns(String score, List<CollectedRun> runs) {
    /** Takes a copy of the list. */
    public MeanOfRuns {
        runs = List.copyOf(runs);
    }

    private record Kind(String score, String differences) {
        Kind(final CollectedRun run) {
            this(run.score(), run.differences());
        }
    }

    /** @return one for each score and what differs from the paper in it, in the order of their first runs */
    public static List<MeanOfRuns> of(final Collection<CollectedRun> runs) {
        final Map<Kind, List<CollectedRun>> byKind =
            runs.stream().collect(Collectors.groupingBy(Kind::new, LinkedHashMap::new, Collectors.toList()));
        final List<MeanOfRuns> means = new ArrayList<>();
        byKind.forEach((kind, own) -> means.add(new MeanOfRuns(kind.score(), own)));
        return means;
    }

    /** @return what the runs have, each different thing once, ascending, separated by semicolons */
    public <T extends Comparable<T>> String all(final Function<CollectedRun, T> what) {
        return runs.stream().map(what).distinct().sorted().map(Object::toString).collect(Collectors.joining("; "));
    }

    /** @return the least and the greatest of what the runs have, or the only one */
    public <T extends Comparable<T>> String span(final Function<CollectedRun, T> what) {
        final SortedSet<T> all = runs.stream().map(what).collect(Collectors.toCollection(TreeSet::new));
        return all.first() + (all.size() == 1 ? "" : " to " + all.last());
    }

    /** @return the mean of a metric */
    public double mean(final Metric metric) {
        double sum = 0;
        for (final CollectedRun run : runs) {
            sum += run.of(metric);
        }
        return sum / runs.size();
    }

    /** @return the standard deviation of a metric (n − 1) */
    public Outcome<Double> deviation(final Metric metric) {
        if (runs.size() < 2) {
            return Outcome.failed("one run has no deviation");
        }
        final double mean = mean(metric);
        double sum = 0;
        for (final CollectedRun run : runs) {
            sum += (run.of(metric) - mean) * (run.of(metric) - mean);
        }
        return Outcome.number(Math.sqrt(sum / (runs.size() - 1)));
    }
}
