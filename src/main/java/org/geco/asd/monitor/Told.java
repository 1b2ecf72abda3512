package org.geco.asd.monitor;

import java.sql.PreparedStatement;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;

/**
 * Which events somebody was told of. A run that was killed after it had written tells nobody: its events stay new until
 * a later run has told them, twice rather than never. What was told once is not new because another detector judges the
 * clips again.
 *
 * @param untold anomalous clips of runs that did not tell
 * @param known clips that were anomalous in events that were told, by another detector, with when they began
 */
public record Told(Set<ClipKey> untold, Set<Known> known) {
    private static final String CLIPS = "SELECT c.machine_type, c.machine_id, c.path, c.start_s, c.begins FROM "
        + "geco_clips c JOIN geco_runs r ON c.run = r.run ";

    record Known(ClipKey clip, LocalDateTime from) { }

    /** Reads what is there before the clips of a run replace it. */
    static Told read(final History history, final String detector, final LocalDateTime since) throws AsdException {
        final Set<ClipKey> untold = new HashSet<>();
        read(history, CLIPS + "WHERE r.told IS NULL AND c.anomalous = 1", statement -> { })
            .forEach(each -> untold.add(each.clip()));
        return new Told(untold, read(history, CLIPS + "JOIN geco_events e ON e.machine_type = c.machine_type AND "
            + "e.machine_id = c.machine_id AND e.begins <= c.begins AND e.ends >= c.begins WHERE r.told IS NOT NULL "
            + "AND c.anomalous = 1 AND c.begins >= ? AND c.detector <> ?", statement -> {
                statement.setObject(1, since);
                statement.setString(2, detector);
            }));
    }

    private static Set<Known> read(final History history, final String sql,
        final History.Use<PreparedStatement> values) throws AsdException {
        return history.read(sql, values, rows -> {
            final Set<Known> clips = new HashSet<>();
            while (rows.next()) {
                clips.add(new Known(new ClipKey(new MachineId(rows.getString(1), rows.getString(2)),
                    rows.getString(3), rows.getDouble(4)), rows.getObject(5, LocalDateTime.class)));
            }
            return clips;
        });
    }

    /** @return whether a clip makes its event new */
    boolean isNew(final JudgedClip clip, final Set<ClipKey> tonight) {
        return untold.contains(clip.key())
            || tonight.contains(clip.key()) && !known.contains(new Known(clip.key(), clip.from()));
    }

    /** Writes that all events up to this run were told. */
    public static void write(final History history, final int run, final LocalDateTime when) throws AsdException {
        history.begin();
        history.write("UPDATE geco_runs SET told = ? WHERE told IS NULL AND run <= ?", statement -> {
            statement.setObject(1, when);
            statement.setInt(2, run);
            statement.executeUpdate();
        });
        history.commit();
    }
}
