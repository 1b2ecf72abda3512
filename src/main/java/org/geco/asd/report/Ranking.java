package org.geco.asd.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;

/**
 * The clips by how unusual they are for their own machine. Raw scores of different machines have different levels and
 * would put all clips of one machine first; so each score is expressed in robust deviations from what is usual for its
 * machine: {@code (score − median) / (1.4826 · median absolute deviation)}. Usual is what the clips labelled normal do
 * if there are at least {@value #ENOUGH_NORMALS} of them, else what all clips of the machine do.
 */
public final class Ranking {
    private static final int ENOUGH_NORMALS = 5;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double CONSISTENT = 1.4826;

    /** A clip in the ranking, and how far its score is above what is usual for its machine. */
    public record Entry(ScoredClip clip, double deviations) { }

    private Ranking() { }

    /** @return all clips that have the score, most unusual first; equal ones stay in their order */
    static List<Entry> of(final List<ScoredClip> clips, final int score) {
        final SortedMap<MachineId, List<ScoredClip>> machines =
            clips.stream().filter(clip -> clip.scores().get(score).isPresent())
                .collect(Collectors.groupingBy(ScoredClip::machine, TreeMap::new, Collectors.toList()));
        final List<Entry> entries = new ArrayList<>();
        machines.values().forEach(machine -> addMachine(machine, score, entries));
        entries.sort(Comparator.comparingDouble(Entry::deviations).reversed()
            .thenComparing(e -> e.clip().scores().get(score).value(), Comparator.reverseOrder()));
        return entries;
    }

    private static void addMachine(final List<ScoredClip> machine, final int score, final List<Entry> entries) {
        final double[] usual = usual(machine, score);
        final double median = median(usual);
        final double spread = CONSISTENT * median(Arrays.stream(usual).map(s -> Math.abs(s - median)).toArray());
        for (final ScoredClip clip : machine) {
            final double above = clip.scores().get(score).value() - median;
            // without spread nothing can be said about how unusual a difference is, only that it is one
            entries.add(new Entry(clip, spread > 0 ? above / spread : Math.signum(above)));
        }
    }

    private static double[] usual(final List<ScoredClip> machine, final int score) {
        final List<ScoredClip> normals = machine.stream().filter(c -> c.label() == Label.NORMAL).toList();
        return (normals.size() >= ENOUGH_NORMALS ? normals : machine).stream()
            .mapToDouble(c -> c.scores().get(score).value()).toArray();
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
