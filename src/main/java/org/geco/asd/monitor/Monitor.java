package org.geco.asd.monitor;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;

/**
 * What a run tells: events and trend of the last days, drift of this run's clips.
 *
 * @param run its number in the history
 * @param events of all machines, by machine and time
 * @param trend by machine and day
 * @param drift of the machines with clips in this run
 * @param courses what charts show, by machine
 * @param warnings sentences
 */
public record Monitor(int run, List<Event> events, List<Day> trend, List<Drift> drift,
    List<Course> courses, List<String> warnings) {
    /** What tonight is compared with where the detector keeps no scores of normal clips. */
    private static final int MOST_NORMALS = 1_000;

    /**
     * What is judged: clips of one run.
     *
     * @param started when the run started
     * @param detector names what judged them
     * @param clips in any order; a clip that is there twice counts once
     * @param rate the rate of false alarms that was asked for
     * @param normals what the detector knows of normal clips, by machine
     */
    public record Night(LocalDateTime started, String detector, List<JudgedClip> clips, double rate,
        Map<MachineId, Normals> normals) { }

    /** Scores of normal clips of a machine, and the rate of false alarms that its threshold really keeps. */
    public record Normals(double[] scores, double rate) { }

    /** Adds the night to the history, in one transaction, and tells what it means. */
    public static Monitor watch(final History history, final Night night, final MonitorSettings settings,
        final ProgressMonitor progress) throws AsdException {
        settings.check();
        return new Watch(new HistoryTables(history), night, settings).watch(history, progress);
    }

    /** One run. */
    private static final class Watch {
        private final HistoryTables m_tables;
        private final Night m_night;
        private final MonitorSettings m_settings;
        private final Map<MachineId, List<JudgedClip>> m_tonight = new HashMap<>();
        private final Set<ClipKey> m_new = new HashSet<>();
        private final List<Event> m_events = new ArrayList<>();
        private final List<Day> m_trend = new ArrayList<>();
        private final List<Drift.Samples> m_samples = new ArrayList<>();
        private final List<Course> m_courses = new ArrayList<>();
        private final List<String> m_silent = new ArrayList<>();
        private final List<String> m_warnings = new ArrayList<>();
        private int m_run;
        private Told m_told;

        Watch(final HistoryTables tables, final Night night, final MonitorSettings settings) {
            m_tables = tables;
            m_night = night;
            m_settings = settings;
        }

        Monitor watch(final History history, final ProgressMonitor progress) throws AsdException {
            final List<JudgedClip> clips = once();
            history.begin();
            final HistoryTables.Run last = m_tables.lastRun();
            m_run = last.number() + 1;
            final LocalDateTime since = since(clips);
            m_told = Told.read(history, m_night.detector(), since);
            m_tables.put(m_run, m_night.detector(), clips);
            final List<MachineId> machines = m_tables.machines(since);
            for (int i = 0; i < machines.size(); i++) {
                progress.checkCanceled();
                progress.report(i / (double)machines.size(), "Machine " + machines.get(i));
                look(machines.get(i), since, Course.most(machines.size()));
            }
            final int alarms = (int)m_events.stream().filter(Event::isNew).count();
            m_tables.add(m_run, m_night.started(), m_night.detector(), clips, alarms,
                m_settings.untilTold() && alarms > 0 ? Optional.empty() : Optional.of(m_night.started()));
            history.commit();
            last.started().filter(before -> before.isAfter(m_night.started()))
                .ifPresent(before -> m_warnings.add("The clock was set back: the last run started at "
                    + before.truncatedTo(ChronoUnit.SECONDS) + ", which is still to come. Clips are kept in the order "
                    + "of their own times."));
            if (!m_silent.isEmpty()) {
                m_warnings.add("There are no events of " + String.join(", ", m_silent) + ": their thresholds were "
                    + "learned from so few clips that they call up to so many normal ones anomalous. Hold out more "
                    + "clips, or ask for more anomalous ones among more consecutive clips.");
            }
            return new Monitor(m_run, m_events, m_trend, Drift.of(m_samples, m_settings.driftRate()), m_courses,
                m_warnings);
        }

        /** Where more normal clips are called anomalous than was asked for, more of them must be. */
        private Optional<EventRule> rule(final MachineId machine) {
            final Normals normals = m_night.normals().get(machine);
            final Optional<EventRule> rule = normals == null ? Optional.of(m_settings.rule())
                : m_settings.rule().keeping(m_night.rate(), Math.max(m_night.rate(), normals.rate()));
            if (rule.isEmpty()) {
                m_silent.add(String.format(Locale.ROOT, "%s (%.0f %%)", machine, 100 * normals.rate()));
            }
            return rule;
        }

        private List<JudgedClip> once() {
            final List<JudgedClip> clips = new ArrayList<>();
            for (final JudgedClip clip : m_night.clips()) {
                if (m_new.add(clip.key())) {
                    clips.add(clip);
                    m_tonight.computeIfAbsent(clip.key().machine(), machine -> new ArrayList<>()).add(clip);
                }
            }
            return clips;
        }

        /** The days before the last clip, and all of tonight's, however old the recordings are. */
        private LocalDateTime since(final List<JudgedClip> clips) {
            final LocalDateTime last = clips.stream().map(JudgedClip::to).max(LocalDateTime::compareTo)
                .orElse(m_night.started());
            final LocalDateTime since = last.minusDays(m_settings.days());
            return clips.stream().map(JudgedClip::from).min(LocalDateTime::compareTo)
                .filter(first -> first.isBefore(since)).orElse(since).toLocalDate().atStartOfDay();
        }

        private void look(final MachineId machine, final LocalDateTime since, final int mostShown) throws AsdException {
            final LocalDateTime from = m_tables.firstEvent(machine, since);
            final List<JudgedClip> recent = m_tables.clips(machine, from);
            final List<Event> events = rule(machine)
                .map(rule -> Event.of(recent, rule, clip -> m_told.isNew(clip, m_new))).orElse(List.of());
            m_tables.replaceEvents(m_run, machine, from, events);
            m_events.addAll(events);
            m_courses.add(Course.of(machine, recent, events, clip -> m_new.contains(clip.key()), mostShown));
            final List<JudgedClip> before =
                m_tables.firstNormals(machine, m_night.detector(), m_run, MOST_NORMALS);
            final Usual scores = Usual.of(Optional.ofNullable(m_night.normals().get(machine)).map(Normals::scores)
                .orElseGet(() -> before.stream().mapToDouble(JudgedClip::score).toArray()));
            m_trend.addAll(Day.of(machine,
                recent.stream().filter(clip -> !clip.from().isBefore(since)).toList(), scores));
            if (m_tonight.containsKey(machine)) {
                m_samples.add(new Drift.Samples(machine, m_tonight.get(machine), scores, Usual.of(before.stream()
                    .flatMap(clip -> clip.level().stream()).mapToDouble(Double::doubleValue).toArray()), events));
            }
        }
    }
}
