package org.geco.asd.monitor;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.geco.asd.dataset.MachineId;

/**
 * Anomalous clips of a machine that belong together.
 *
 * @param start when the first begins
 * @param end when the last ends
 * @param peak the highest score
 * @param lowestP the lowest p-value, if any is known
 * @param clips how many anomalous clips
 * @param listen the clip with the highest score
 * @param isNew whether a clip of this run is among them, or of one that could not tell, see {@link Told}
 */
public record Event(MachineId machine, LocalDateTime start, LocalDateTime end, double peak, Optional<Double> lowestP,
    int clips, ClipKey listen, boolean isNew) {
    /**
     * @param clips of one machine, in time
     * @param isNew whether a clip makes its event new
     * @return its events in time: anomalous clips that the rule lets pass, merged over gaps
     */
    static List<Event> of(final List<JudgedClip> clips, final EventRule rule, final Predicate<JudgedClip> isNew) {
        final boolean[] passed = passed(clips, rule);
        final List<Event> events = new ArrayList<>();
        for (int i = 0; i < passed.length; i++) {
            if (passed[i]) {
                final Event single = of(clips.get(i), isNew.test(clips.get(i)));
                final int last = events.size() - 1;
                if (last >= 0 && !single.start().isAfter(events.get(last).end().plus(rule.gap()))) {
                    events.set(last, events.get(last).merged(single));
                } else {
                    events.add(single);
                }
            }
        }
        return events;
    }

    /** Each window of n neighbours with k anomalous ones lets these pass; fewer than n clips are one window. */
    private static boolean[] passed(final List<JudgedClip> clips, final EventRule rule) {
        final boolean[] passed = new boolean[clips.size()];
        final int length = Math.min(rule.n(), clips.size());
        int anomalous = 0;
        for (int end = 0; end < clips.size(); end++) {
            anomalous += count(clips.get(end)) - (end < length ? 0 : count(clips.get(end - length)));
            if (end >= length - 1 && anomalous >= rule.k()) {
                for (int i = end - length + 1; i <= end; i++) {
                    passed[i] |= clips.get(i).anomalous();
                }
            }
        }
        return passed;
    }

    private static int count(final JudgedClip clip) {
        return clip.anomalous() ? 1 : 0;
    }

    private static Event of(final JudgedClip clip, final boolean isNew) {
        return new Event(clip.key().machine(), clip.from(), clip.to(), clip.score(), clip.pValue(), 1,
            clip.key(), isNew);
    }

    private Event merged(final Event later) {
        return new Event(machine, start, later.end.isAfter(end) ? later.end : end, Math.max(peak, later.peak),
            Stream.concat(lowestP.stream(), later.lowestP.stream()).min(Double::compare), clips + later.clips,
            later.peak > peak ? later.listen : listen, isNew || later.isNew);
    }
}
