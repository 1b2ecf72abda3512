package org.geco.asd.monitor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.geco.asd.common.AsdException;

/** The tables of a history, in SQL that most databases know; {@code docs/monitor.md} tells what they hold. */
final class Schema {
    static final int VERSION = 2;

    private static final List<Table> TABLES = List.of( //
        new Table("geco_runs", "CREATE TABLE geco_runs (run INTEGER NOT NULL PRIMARY KEY, started TIMESTAMP(3) "
            + "NOT NULL, detector VARCHAR(100) NOT NULL, clips INTEGER NOT NULL, anomalous INTEGER NOT NULL, "
            + "alarms INTEGER NOT NULL, told TIMESTAMP(3))"), //
        new Table("geco_clips", "CREATE TABLE geco_clips (clip VARCHAR(40) NOT NULL PRIMARY KEY, machine_type "
            + "VARCHAR(200) NOT NULL, machine_id VARCHAR(200) NOT NULL, path VARCHAR(4000) NOT NULL, start_s "
            + "DOUBLE PRECISION NOT NULL, begins TIMESTAMP(3) NOT NULL, ends TIMESTAMP(3) NOT NULL, score "
            + "DOUBLE PRECISION NOT NULL, p_value DOUBLE PRECISION, threshold DOUBLE PRECISION, anomalous SMALLINT "
            + "NOT NULL, level_db DOUBLE PRECISION, bytes BIGINT, modified BIGINT, detector VARCHAR(100) NOT NULL, "
            + "run INTEGER NOT NULL)",
            "CREATE INDEX geco_clips_in_time ON geco_clips (machine_type, machine_id, begins)"), //
        new Table("geco_events", "CREATE TABLE geco_events (machine_type VARCHAR(200) NOT NULL, machine_id "
            + "VARCHAR(200) NOT NULL, begins TIMESTAMP(3) NOT NULL, ends TIMESTAMP(3) NOT NULL, peak DOUBLE PRECISION "
            + "NOT NULL, lowest_p DOUBLE PRECISION, clips INTEGER NOT NULL, listen_path VARCHAR(4000) NOT NULL, "
            + "listen_start_s DOUBLE PRECISION NOT NULL, run INTEGER NOT NULL, "
            + "PRIMARY KEY (machine_type, machine_id, begins))"), //
        new Table("geco_verdicts", "CREATE TABLE geco_verdicts (clip VARCHAR(40) NOT NULL PRIMARY KEY, verdict "
            + "VARCHAR(10) NOT NULL, given TIMESTAMP(3) NOT NULL)"), //
        new Table("geco_schema", "CREATE TABLE geco_schema (version INTEGER NOT NULL)"));

    private record Table(String name, String... sql) { }

    private Schema() { }

    /** Makes the tables that are missing, e.g. since making them was interrupted; refuses those of another version. */
    static synchronized void prepare(final Connection connection, final String name)
        throws SQLException, AsdException {
        try (Statement statement = connection.createStatement()) {
            for (final Table table : TABLES) {
                if (!exists(connection, table.name())) {
                    for (final String sql : table.sql()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("INSERT INTO geco_schema (version) SELECT " + VERSION + " FROM "
                + "(SELECT COUNT(*) AS n FROM geco_schema) known WHERE n = 0");
            connection.commit();
            try (ResultSet row = statement.executeQuery("SELECT version FROM geco_schema")) {
                final int version = row.next() ? row.getInt(1) : 0;
                if (version > VERSION) {
                    throw new AsdException("The history " + name + " was written by a newer version of the extension ("
                        + "format " + version + ", this one reads " + VERSION + ").", "Update the extension here.",
                        "Or start another history.");
                } else if (version < VERSION) {
                    throw new AsdException("The history " + name + " was written by an older version of the extension ("
                        + "format " + version + ", this one reads " + VERSION + ").",
                        "Start another history: the old one stays as it is, for whoever reads its tables.");
                }
            }
        }
    }

    /** @return of each table */
    static List<Long> rows(final Connection connection) throws SQLException {
        final List<Long> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (final Table table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table.name())) {
                    row.next();
                    rows.add(row.getLong(1));
                }
            }
        }
        return rows;
    }

    private static boolean exists(final Connection connection, final String table) throws SQLException {
        for (final String name : new String[]{table, table.toUpperCase(Locale.ROOT)}) {
            try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, name, null)) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
