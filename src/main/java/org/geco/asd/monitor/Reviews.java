package org.geco.asd.monitor;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;

/** What people say of clips, in a history. */
public final class Reviews {
    private static final String INSERT = "INSERT INTO geco_verdicts (verdict, given, clip) VALUES (?, ?, ?)";

    /** A time, both ends included. */
    public record Period(LocalDateTime from, LocalDateTime to) { }

    /** A verdict on a clip; with the time of an event, on all clips of its machine that were anomalous then. */
    public record Told(ClipKey clip, Optional<Period> event, Verdict verdict) { }

    /** How many clips got another verdict than before, the verdicts on what is not there, and all that there are. */
    public record Given(int changed, List<Told> unknown, List<Reviewed> all) { }

    /** A clip with its verdict, the detector that judged it last, and when the event that it belongs to began. */
    public record Reviewed(JudgedClip clip, Verdict verdict, String detector, Optional<LocalDateTime> event) { }

    private Reviews() { }

    /**
     * Writes verdicts, in one transaction. Of a clip's verdicts the last one counts; one that says what is known
     * changes nothing.
     */
    public static Given give(final History history, final List<Told> told, final LocalDateTime now)
        throws AsdException {
        history.begin();
        final HistoryTables tables = new HistoryTables(history);
        final Map<String, String> known = known(history);
        final Map<String, String> given = new LinkedHashMap<>();
        final List<Told> unknown = new ArrayList<>();
        for (final Told each : told) {
            final List<String> clips = clips(history, tables, each);
            clips.forEach(clip -> given.put(clip, each.verdict().text()));
            if (clips.isEmpty()) {
                unknown.add(each);
            }
        }
        given.entrySet().removeIf(each -> each.getValue().equals(known.get(each.getKey())));
        final List<Map.Entry<String, String>> changed = List.copyOf(given.entrySet());
        history.write("DELETE FROM geco_verdicts WHERE clip = ?", statement -> HistoryTables.batches(statement,
            changed, each -> statement.setString(1, each.getKey())));
        history.write(INSERT, statement -> HistoryTables.batches(statement, changed, each -> {
            statement.setString(1, each.getValue());
            statement.setObject(2, now);
            statement.setString(3, each.getKey());
        }));
        final List<Reviewed> all = all(history);
        history.commit();
        return new Given(given.size(), unknown, all);
    }

    private static Map<String, String> known(final History history) throws AsdException {
        return history.read("SELECT clip, verdict FROM geco_verdicts", statement -> { }, rows -> {
            final Map<String, String> known = new HashMap<>();
            while (rows.next()) {
                known.put(rows.getString(1), rows.getString(2));
            }
            return known;
        });
    }

    private static List<String> clips(final History history, final HistoryTables tables, final Told told)
        throws AsdException {
        if (told.event().isPresent()) {
            return tables.clips(told.clip().machine(), told.event().get().from()).stream()
                .filter(clip -> clip.anomalous() && !clip.from().isAfter(told.event().get().to()))
                .map(clip -> clip.key().hash()).toList();
        }
        final String key = told.clip().hash();
        return history.read("SELECT clip FROM geco_clips WHERE clip = ?", statement -> statement.setString(1, key),
            rows -> rows.next() ? List.of(key) : List.of());
    }

    /** @return all clips that have a verdict, by machine and time */
    public static List<Reviewed> all(final History history) throws AsdException {
        final Map<MachineId, NavigableMap<LocalDateTime, LocalDateTime>> events = events(history);
        return new HistoryTables(history).reviewed(clip -> Optional.ofNullable(events.get(clip.key().machine()))
            .flatMap(times -> Optional.ofNullable(times.floorEntry(clip.from())))
            .filter(event -> !clip.from().isAfter(event.getValue())).map(Map.Entry::getKey));
    }

    /** @return for each machine when its events begin, and end */
    private static Map<MachineId, NavigableMap<LocalDateTime, LocalDateTime>> events(final History history)
        throws AsdException {
        return history.read("SELECT machine_type, machine_id, begins, ends FROM geco_events", statement -> { },
            rows -> {
                final Map<MachineId, NavigableMap<LocalDateTime, LocalDateTime>> events = new HashMap<>();
                while (rows.next()) {
                    events.computeIfAbsent(new MachineId(rows.getString(1), rows.getString(2)), m -> new TreeMap<>())
                        .put(rows.getObject(3, LocalDateTime.class), rows.getObject(4, LocalDateTime.class));
                }
                return events;
            });
    }

    /** @return the confirmed ones, event by event; a clip that is in no event is one by itself */
    public static List<List<Reviewed>> confirmed(final List<Reviewed> all) {
        return List.copyOf(all.stream().filter(each -> each.verdict() == Verdict.CONFIRMED)
            .collect(Collectors.groupingBy(each -> List.of(each.clip().key().machine(),
                each.event().<Object>map(Function.identity()).orElse(each.clip().key())), LinkedHashMap::new,
                Collectors.toList())).values());
    }
}
