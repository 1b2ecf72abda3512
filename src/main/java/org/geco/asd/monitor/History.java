package org.geco.asd.monitor;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

import org.geco.asd.common.AsdException;

/**
 * What earlier runs found, in a database: by default a file of H2, or any that a JDBC driver reaches. Nothing is
 * written before {@link #commit}, and everything then; a process that ends at any time leaves the history as it was
 * before its run or as it is after it. Not thread-safe.
 */
public final class History implements AutoCloseable {
    /** How long a run waits for another one that has the history open. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String m_name;
    private final Optional<HistoryFile> m_file;
    private final Connection m_connection;

    /** What is known of a clip: the state of its file, and the detector that judged it. */
    public record Known(FileState file, String detector) { }

    private History(final String name, final Optional<HistoryFile> file, final Connection connection) {
        m_name = name;
        m_file = file;
        m_connection = connection;
    }

    /** @return whether there is a history in the file */
    public static boolean isThere(final Path path) {
        return new HistoryFile(path).isThere();
    }

    /** Opens the history in a file, or starts it; an AsdException says who else has it open, or what is wrong. */
    public static History open(final Path path, final Duration patience) throws AsdException {
        final HistoryFile file = new HistoryFile(path);
        return prepared(new History(file.name(), Optional.of(file), file.open(patience)));
    }

    /**
     * Opens the history in a database.
     *
     * @param url with user and password, if it takes any
     * @param driver the JAR file of the driver; empty if Java has it
     */
    public static History open(final String url, final Optional<Path> driver) throws AsdException {
        final String name = url.replaceFirst("[?;].*", "");
        try {
            final Connection connection = driver.isEmpty() ? DriverManager.getConnection(url)
                : driver(driver.get()).connect(url, new Properties());
            if (connection == null) {
                throw new SQLException("the driver does not know such addresses");
            }
            return prepared(new History(name, Optional.empty(), connection));
        } catch (final SQLException e) {
            throw new AsdException("The history " + name + " cannot be opened: " + e.getMessage(), e,
                "Check the address, user, password and whether the database runs.",
                "If there is no suitable driver, name the JAR file of the database's JDBC driver.");
        }
    }

    private static Driver driver(final Path jar) throws AsdException, SQLException {
        try {
            final URLClassLoader loader = // stays open: the driver loads its classes when it needs them
                new URLClassLoader(new URL[]{jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return ServiceLoader.load(Driver.class, loader).findFirst()
                .orElseThrow(() -> new SQLException("there is no JDBC driver in '" + jar + "'"));
        } catch (final MalformedURLException e) {
            throw HistoryProblems.of("'" + jar + "'", e);
        }
    }

    private static History prepared(final History history) throws AsdException {
        try {
            history.m_connection.setAutoCommit(false);
            Schema.prepare(history.m_connection, history.m_name);
            return history;
        } catch (final SQLException e) {
            history.close();
            throw HistoryProblems.of(history.m_name, e);
        } catch (final AsdException e) {
            history.close();
            throw e;
        }
    }

    /** @return what is known of a clip, if it was judged before and its file was seen */
    public Optional<Known> known(final ClipKey key) throws AsdException {
        return read("SELECT bytes, modified, detector FROM geco_clips WHERE clip = ? AND bytes IS NOT NULL",
            statement -> statement.setString(1, key.hash()),
            rows -> rows.next() ? Optional.of(new Known(new FileState(rows.getLong(1), rows.getLong(2)),
                rows.getString(3))) : Optional.empty());
    }

    /** Keeps other runs from writing until this one has committed or ended. */
    void begin() throws AsdException {
        write("UPDATE geco_schema SET version = version", statement -> statement.executeUpdate());
    }

    /** All that was written is there, whatever happens next. A history in a file is closed with it. */
    void commit() throws AsdException {
        try {
            m_connection.commit();
            if (m_file.isPresent()) {
                final List<Long> rows = Schema.rows(m_connection);
                m_connection.close();
                m_file.get().replace(rows);
            }
        } catch (final SQLException | IOException e) {
            throw HistoryProblems.of(m_name, e);
        }
    }

    /** What may fail with the database's exception. */
    @FunctionalInterface
    interface Use<T> {
        void on(T database) throws SQLException;
    }

    /** What is read of rows. */
    @FunctionalInterface
    interface Reading<T> {
        T from(ResultSet rows) throws SQLException;
    }

    <T> T read(final String sql, final Use<PreparedStatement> values, final Reading<T> reading) throws AsdException {
        try (PreparedStatement statement = m_connection.prepareStatement(sql)) {
            values.on(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.from(rows);
            }
        } catch (final SQLException e) {
            throw HistoryProblems.of(m_name, e);
        }
    }

    void write(final String sql, final Use<PreparedStatement> use) throws AsdException {
        try (PreparedStatement statement = m_connection.prepareStatement(sql)) {
            use.on(statement);
        } catch (final SQLException e) {
            throw HistoryProblems.of(m_name, e);
        }
    }

    /** Ends; what was not committed is forgotten. */
    @Override
    public void close() {
        try (Connection connection = m_connection) {
            connection.rollback();
        } catch (final SQLException e) { // NOSONAR: what was committed is there
            return;
        } finally {
            m_file.ifPresent(HistoryFile::closed);
        }
    }
}
