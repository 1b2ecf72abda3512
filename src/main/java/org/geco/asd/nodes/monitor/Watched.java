package org.geco.asd.nodes.monitor;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.audio.Heard;
import org.geco.asd.audio.Section;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Features;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.Course;
import org.geco.asd.monitor.Day;
import org.geco.asd.monitor.Drift;
import org.geco.asd.monitor.Event;
import org.geco.asd.monitor.JudgedClip;
import org.geco.asd.monitor.Monitor;


/**
 * What the view of the Anomaly Monitor starts with: the last days of a history, and this run. Machines with new events
 * are first, so are new events. Times are the plant's, as ms since 1970 as if they were UTC.
 *
 * @param clips judged in this run
 * @param tonight the days that they were recorded on
 * @param first the first day of the calendar
 * @param leftOut machines that are not shown, since there are too many
 * @param newEvents how many there are, and earlier ones, listed or not
 * @param heard how clips are heard
 */
record Watched(String score, int clips, int anomalous, List<String> tonight, String first, String last,
    List<Machine> machines, int leftOut, int newEvents, int earlierEvents, List<Happened> events,
    List<Drifted> drift, List<String> warnings, Features heard) {
    private static final int MOST_MACHINES = 200;
    private static final int MOST_LISTED = 100;
    private static final int MOST_DRAWN = 300;

    /** Its days, those with clips. */
    record Machine(String name, List<Cell> days) { }

    /**
     * @param why there is no deviation, else empty
     * @param events how many there are on this day, and how many of them are new
     */
    record Cell(String date, int clips, int anomalous, double median, Optional<Double> deviation, String why,
        int events, int newEvents) { }

    /**
     * @param machine index, −1 if it is not shown
     * @param dot index of the clip to listen to among the machine's, −1 if it is not shown
     */
    record Happened(int machine, String name, long from, long to, double peak, Optional<Double> lowestP, int clips,
        int dot, boolean isNew) { }

    /** @param machine index, −1 if it is not shown */
    record Drifted(int machine, String name, int clips, int usual, Optional<Drift.Shift> scores,
        Optional<Drift.Shift> levels, String why, Drift.Cause cause, String advice) { }

    /** A machine's clips in time, from when on which threshold held, and its events. */
    record Run(List<Dot> dots, List<Step> thresholds, List<Happened> events) { }

    /** @param listen where its sound is */
    record Dot(long at, double score, boolean anomalous, boolean isNew, String listen) { }

    record Step(long at, double threshold) { }

    /** What is kept: this, and a {@link Run} for each of its machines. */
    record All(Watched watched, List<Run> runs) { }

    static All of(final Monitor monitor, final String score, final List<JudgedClip> clips,
        final Features heard) {
        final LocalDate last = monitor.trend().stream().map(Day::date).max(Comparator.naturalOrder())
            .orElse(LocalDate.EPOCH);
        final LocalDate earliest = last.minusDays(Course.DAYS - 1L);
        final List<Day> days = monitor.trend().stream().filter(day -> !day.date().isBefore(earliest)).toList();
        final LocalDate first = days.stream().map(Day::date).min(Comparator.naturalOrder()).orElse(last);
        final List<Event> events = monitor.events().stream()
            .filter(event -> event.isNew() || !event.end().toLocalDate().isBefore(first))
            .sorted(Comparator.comparing(Event::isNew).thenComparing(Event::start).reversed()).toList();
        final int fresh = (int)events.stream().filter(Event::isNew).count();
        final List<Course> shown = shown(monitor.courses(), events);
        final List<Happened> happened = events.stream().map(event -> happened(event, shown)).toList();
        return new All(new Watched(score, clips.size(), (int)clips.stream().filter(JudgedClip::anomalous).count(),
            clips.stream().map(clip -> clip.from().toLocalDate().toString()).distinct().sorted().toList(),
            first.toString(), last.toString(),
            shown.stream().map(course -> machine(course.machine(), days, events)).toList(),
            monitor.courses().size() - shown.size(), fresh, events.size() - fresh,
            happened.stream().limit(MOST_LISTED).toList(),
            drift(monitor, shown.stream().map(Course::machine).toList()), monitor.warnings(), heard),
            IntStream.range(0, shown.size()).mapToObj(i -> run(shown.get(i).clips(),
                happened.stream().filter(event -> event.machine() == i).limit(MOST_DRAWN).toList())).toList());
    }

    private static List<Course> shown(final List<Course> courses, final List<Event> events) {
        final Set<MachineId> alarmed =
            events.stream().filter(Event::isNew).map(Event::machine).collect(Collectors.toSet());
        return courses.stream().sorted(Comparator.comparing((Course course) -> !alarmed.contains(course.machine()))
            .thenComparing(Course::machine)).limit(MOST_MACHINES).toList();
    }

    private static Machine machine(final MachineId machine, final List<Day> days, final List<Event> events) {
        final List<Event> own = events.stream().filter(event -> event.machine().equals(machine)).toList();
        return new Machine(machine.toString(), days.stream().filter(day -> day.machine().equals(machine)).map(day -> {
            final List<Event> then = own.stream().filter(event -> !event.start().toLocalDate().isAfter(day.date())
                && !event.end().toLocalDate().isBefore(day.date())).toList();
            return new Cell(day.date().toString(), day.clips(), day.anomalous(), day.median(),
                day.deviation().toOptional(), day.deviation().isPresent() ? "" : day.deviation().reason(),
                then.size(), (int)then.stream().filter(Event::isNew).count());
        }).toList());
    }

    private static Happened happened(final Event event, final List<Course> shown) {
        final int machine = shown.stream().map(Course::machine).toList().indexOf(event.machine());
        return new Happened(machine, event.machine().toString(), ms(event.start()), ms(event.end()), event.peak(),
            event.lowestP(), event.clips(), machine < 0 ? -1 : shown.get(machine).clips().stream()
                .map(seen -> seen.clip().key()).toList().indexOf(event.listen()), event.isNew());
    }

    private static List<Drifted> drift(final Monitor monitor, final List<MachineId> shown) {
        return monitor.drift().stream().sorted(Comparator.comparing(Drift::cause).reversed()).limit(MOST_MACHINES)
            .map(each -> new Drifted(shown.indexOf(each.machine()), each.machine().toString(), each.tonight(),
                each.usual(), each.scores().toOptional(), each.levels().toOptional(),
                each.scores().isPresent() ? "" : each.scores().reason(), each.cause(), each.advice()))
            .toList();
    }

    private static Run run(final List<Course.Seen> clips, final List<Happened> events) {
        final List<Dot> dots = new ArrayList<>();
        final List<Step> thresholds = new ArrayList<>();
        for (final Course.Seen seen : clips) {
            final JudgedClip clip = seen.clip();
            dots.add(new Dot(ms(clip.from()), clip.score(), clip.anomalous(), seen.isNew(), place(clip)));
            clip.threshold().filter(value -> thresholds.isEmpty()
                || value != thresholds.get(thresholds.size() - 1).threshold())
                .ifPresent(value -> thresholds.add(new Step(ms(clip.from()), value)));
        }
        return new Run(dots, thresholds, events);
    }

    private static long ms(final LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** A clip whose length is not known is heard to the end of its file, or as far as clips are heard. */
    private static String place(final JudgedClip clip) {
        final double seconds = Duration.between(clip.from(), clip.to()).toMillis() / 1000.0;
        final ClipKey key = clip.key();
        return seconds == 0 && key.start() == 0 ? key.path()
            : Section.text(key.path(), key.start(), key.start() + (seconds > 0 ? seconds : Heard.LONGEST));
    }
}
