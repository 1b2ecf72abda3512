package org.geco.asd.monitor;

import java.sql.SQLException;
import java.util.Map;

import org.geco.asd.common.AsdException;

/** What databases complain about, in words for the user. */
final class HistoryProblems {
    private record Told(String what, String todo) { }

    /** By H2's error code. */
    private static final Map<Integer, Told> KNOWN = Map.of( //
        90_030, new Told("is damaged, or no history", "Restore it from a backup, or move it away: the next run starts "
            + "a new one."),
        90_048, new Told("was written by another version of the database H2", "Open it with that version and write its "
            + "tables to a new one, or move it away: the next run starts a new one."),
        50_200, new Told("is in use: another run has not ended within half a minute", "Run again when it has ended."));

    private HistoryProblems() { }

    /** @return what is wrong with a history of this name */
    static AsdException of(final String name, final Exception e) {
        final Told known = e instanceof final SQLException sql ? KNOWN.get(sql.getErrorCode()) : null;
        if (known != null) {
            return new AsdException("The history " + name + " " + known.what() + ".", e, known.todo());
        }
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        final String reason = root.getMessage() == null ? root.toString() : root.getMessage();
        return new AsdException("The history " + name + " cannot be read or written: "
            + reason.lines().findFirst().orElse("").strip() + ".", e,
            "Check that the disk is not full and that you may write there; what earlier runs reported is kept.");
    }
}
