package org.geco.asd.monitor;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;

/** Clips, events and runs as rows of a history. */
final class HistoryTables {
    private static final int BATCH = 1_000;
    private static final String CLIPS = "machine_type, machine_id, path, start_s, begins, ends, score, p_value, "
        + "threshold, anomalous, level_db, bytes, modified";
    private static final String OF_MACHINE = "machine_type = ? AND machine_id = ?";

    private final History m_history;

    HistoryTables(final History history) {
        m_history = history;
    }

    /** @return when the last run started, if there was one, and its number, else 0 */
    Run lastRun() throws AsdException {
        return m_history.read("SELECT run, started FROM geco_runs ORDER BY run DESC", statement -> statement
            .setMaxRows(1), rows -> rows.next() ? new Run(rows.getInt(1), Optional.of(time(rows, 2)))
                : new Run(0, Optional.empty()));
    }

    record Run(int number, Optional<LocalDateTime> started) { }

    void add(final int run, final LocalDateTime started, final String detector, final List<JudgedClip> clips,
        final int alarms, final Optional<LocalDateTime> told) throws AsdException {
        m_history.write("INSERT INTO geco_runs (run, started, detector, clips, anomalous, alarms, told) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?)", statement -> {
                statement.setInt(1, run);
                statement.setObject(2, started);
                statement.setString(3, detector);
                statement.setInt(4, clips.size());
                statement.setInt(5, (int)clips.stream().filter(JudgedClip::anomalous).count());
                statement.setInt(6, alarms);
                set(statement, 7, told, Types.TIMESTAMP);
                statement.executeUpdate();
            });
    }

    /** Clips that are there already are replaced. */
    void put(final int run, final String detector, final List<JudgedClip> clips) throws AsdException {
        m_history.write("DELETE FROM geco_clips WHERE clip = ?", statement -> batches(statement, clips,
            clip -> statement.setString(1, clip.key().hash())));
        m_history.write("INSERT INTO geco_clips (" + CLIPS
            + ", detector, run, clip) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            statement -> batches(statement, clips, clip -> {
                set(statement, clip);
                statement.setString(14, detector);
                statement.setInt(15, run);
                statement.setString(16, clip.key().hash());
            }));
    }

    /** Executes a statement for each of the rows, whose values are set in it before. */
    static <T> void batches(final PreparedStatement statement, final List<T> rows, final History.Use<T> values)
        throws SQLException {
        for (int i = 0; i < rows.size(); i++) {
            values.on(rows.get(i));
            statement.addBatch();
            if (i % BATCH == BATCH - 1 || i == rows.size() - 1) {
                statement.executeBatch();
            }
        }
    }

    private static void set(final PreparedStatement statement, final JudgedClip clip) throws SQLException {
        setMachine(statement, clip.key().machine());
        statement.setString(3, clip.key().path());
        statement.setDouble(4, clip.key().start());
        statement.setObject(5, clip.from());
        statement.setObject(6, clip.to());
        statement.setDouble(7, clip.score());
        set(statement, 8, clip.pValue(), Types.DOUBLE);
        set(statement, 9, clip.threshold(), Types.DOUBLE);
        statement.setInt(10, clip.anomalous() ? 1 : 0);
        set(statement, 11, clip.level(), Types.DOUBLE);
        set(statement, 12, clip.file().map(FileState::bytes), Types.BIGINT);
        set(statement, 13, clip.file().map(FileState::modified), Types.BIGINT);
    }

    private static void setMachine(final PreparedStatement statement, final MachineId machine) throws SQLException {
        statement.setString(1, machine.type());
        statement.setString(2, machine.id());
    }

    private static void set(final PreparedStatement statement, final int at, final Optional<?> value, final int type)
        throws SQLException {
        if (value.isPresent()) {
            statement.setObject(at, value.get());
        } else {
            statement.setNull(at, type);
        }
    }

    /** @return the machines that have clips since then, ascending */
    List<MachineId> machines(final LocalDateTime since) throws AsdException {
        return m_history.read("SELECT DISTINCT machine_type, machine_id FROM geco_clips WHERE begins >= ?",
            statement -> statement.setObject(1, since), rows -> {
                final List<MachineId> machines = new ArrayList<>();
                while (rows.next()) {
                    machines.add(new MachineId(rows.getString(1), rows.getString(2)));
                }
                return machines.stream().sorted().toList();
            });
    }

    /** @return the clips with a verdict, by machine and time, each with what a function tells of its event */
    List<Reviews.Reviewed> reviewed(final Function<JudgedClip, Optional<LocalDateTime>> event) throws AsdException {
        return m_history.read("SELECT " + CLIPS + ", detector, verdict FROM geco_clips JOIN geco_verdicts"
            + " ON geco_clips.clip = geco_verdicts.clip", statement -> { }, rows -> {
                final List<Reviews.Reviewed> reviewed = new ArrayList<>();
                while (rows.next()) {
                    final JudgedClip clip = clip(new MachineId(rows.getString(1), rows.getString(2)), rows);
                    reviewed.add(new Reviews.Reviewed(clip,
                        Verdict.valueOf(rows.getString(15).toUpperCase(Locale.ROOT)), rows.getString(14),
                        event.apply(clip)));
                }
                reviewed.sort(Comparator.<Reviews.Reviewed, MachineId>comparing(each -> each.clip().key().machine())
                    .thenComparing(Reviews.Reviewed::clip, JudgedClip.IN_TIME));
                return reviewed;
            });
    }

    /** @return the machine's clips since then, in time */
    List<JudgedClip> clips(final MachineId machine, final LocalDateTime since) throws AsdException {
        return m_history.read("SELECT " + CLIPS + " FROM geco_clips WHERE " + OF_MACHINE + " AND begins >= ?",
            statement -> {
                setMachine(statement, machine);
                statement.setObject(3, since);
            }, rows -> {
                final List<JudgedClip> clips = new ArrayList<>();
                while (rows.next()) {
                    clips.add(clip(machine, rows));
                }
                clips.sort(JudgedClip.IN_TIME);
                return clips;
            });
    }

    private static JudgedClip clip(final MachineId machine, final ResultSet rows) throws SQLException {
        final long bytes = rows.getLong(12);
        final Optional<FileState> file =
            rows.wasNull() ? Optional.empty() : Optional.of(new FileState(bytes, rows.getLong(13)));
        return new JudgedClip(new ClipKey(machine, rows.getString(3), rows.getDouble(4)), time(rows, 5), time(rows, 6),
            rows.getDouble(7), number(rows, 8), number(rows, 9), rows.getInt(10) != 0, number(rows, 11), file);
    }

    private static Optional<Double> number(final ResultSet rows, final int column) throws SQLException {
        final double value = rows.getDouble(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static LocalDateTime time(final ResultSet rows, final int column) throws SQLException {
        return rows.getObject(column, LocalDateTime.class);
    }

    /** @return the first normal clips that this detector judged in earlier runs, at most so many */
    List<JudgedClip> firstNormals(final MachineId machine, final String detector, final int run, final int most)
        throws AsdException {
        return m_history.read("SELECT " + CLIPS + " FROM geco_clips WHERE " + OF_MACHINE
            + " AND detector = ? AND run < ? AND anomalous = 0 ORDER BY begins", statement -> {
                setMachine(statement, machine);
                statement.setString(3, detector);
                statement.setInt(4, run);
                statement.setMaxRows(most);
            }, rows -> {
                final List<JudgedClip> clips = new ArrayList<>();
                while (rows.next()) {
                    clips.add(clip(machine, rows));
                }
                return clips;
            });
    }

    /** @return when the first event of a machine begins that has not ended by then; if there is none, then */
    LocalDateTime firstEvent(final MachineId machine, final LocalDateTime since) throws AsdException {
        return m_history.read("SELECT MIN(begins) FROM geco_events WHERE " + OF_MACHINE + " AND ends >= ?",
            statement -> {
                setMachine(statement, machine);
                statement.setObject(3, since);
            }, rows -> {
                final LocalDateTime first = rows.next() ? time(rows, 1) : null;
                return first == null || first.isAfter(since) ? since : first;
            });
    }

    /** The events of a machine since then are these; one without a new clip stays that of its earlier run. */
    void replaceEvents(final int run, final MachineId machine, final LocalDateTime since, final List<Event> events)
        throws AsdException {
        final History.Use<PreparedStatement> which = statement -> {
            setMachine(statement, machine);
            statement.setObject(3, since);
        };
        final String from = " FROM geco_events WHERE " + OF_MACHINE + " AND begins >= ?";
        final Map<LocalDateTime, Integer> runs = m_history.read("SELECT begins, run" + from, which, rows -> {
            final Map<LocalDateTime, Integer> known = new HashMap<>();
            while (rows.next()) {
                known.put(time(rows, 1), rows.getInt(2));
            }
            return known;
        });
        m_history.write("DELETE" + from, statement -> {
            which.on(statement);
            statement.executeUpdate();
        });
        m_history.write("INSERT INTO geco_events (machine_type, machine_id, begins, ends, peak, lowest_p, clips, "
            + "listen_path, listen_start_s, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", statement -> {
                for (final Event event : events) {
                    setMachine(statement, machine);
                    statement.setObject(3, event.start());
                    statement.setObject(4, event.end());
                    statement.setDouble(5, event.peak());
                    set(statement, 6, event.lowestP(), Types.DOUBLE);
                    statement.setInt(7, event.clips());
                    statement.setString(8, event.listen().path());
                    statement.setDouble(9, event.listen().start());
                    statement.setInt(10, event.isNew() ? run : runs.getOrDefault(event.start(), run));
                    statement.executeUpdate();
                }
            });
    }
}
