package org.geco.asd.monitor;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.dataset.MachineId;

/** Clips of a machine's last days as a chart shows them: some of them where there are many. */
public record Course(MachineId machine, List<Seen> clips) {
    /** Days that are shown, the last one among them. */
    public static final int DAYS = 31;

    /** So many clips of all machines, in all: with their paths less than 20 MB. */
    private static final int MOST = 40_000;
    private static final int MOST_OF_MACHINE = 500;
    private static final int FEWEST_OF_MACHINE = 20;

    /** @param isNew whether it came with this run */
    public record Seen(JudgedClip clip, boolean isNew) { }

    /** @return how many clips of each of so many machines */
    static int most(final int machines) {
        return Math.max(FEWEST_OF_MACHINE, Math.min(MOST_OF_MACHINE, MOST / Math.max(1, machines)));
    }

    /**
     * @param all in time
     * @param most of them: the clips to listen to, then anomalous ones, up to three quarters, then others, evenly
     */
    static Course of(final MachineId machine, final List<JudgedClip> all, final List<Event> events,
        final Predicate<JudgedClip> isNew, final int most) {
        final LocalDate first =
            all.isEmpty() ? LocalDate.MIN : all.get(all.size() - 1).from().toLocalDate().minusDays(DAYS - 1L);
        final List<JudgedClip> clips =
            all.stream().filter(clip -> !clip.from().toLocalDate().isBefore(first)).toList();
        final Set<ClipKey> peaks = events.stream().map(Event::listen).collect(Collectors.toSet());
        final BitSet kept = new BitSet();
        keep(kept, clips.size(), i -> peaks.contains(clips.get(i).key()), most / 2);
        keep(kept, clips.size(), i -> clips.get(i).anomalous(), most * 3 / 4);
        keep(kept, clips.size(), i -> !clips.get(i).anomalous(), most);
        return new Course(machine, kept.stream().mapToObj(i -> new Seen(clips.get(i), isNew.test(clips.get(i))))
            .toList());
    }

    /** Keeps those that may be, until there are so many in all. */
    private static void keep(final BitSet kept, final int clips, final IntPredicate may, final int most) {
        final int[] more = IntStream.range(0, clips).filter(i -> !kept.get(i) && may.test(i)).toArray();
        final int room = Math.min(more.length, most - kept.cardinality());
        for (int i = 0; i < room; i++) {
            kept.set(more[(int)((long)i * more.length / room)]);
        }
    }
}
