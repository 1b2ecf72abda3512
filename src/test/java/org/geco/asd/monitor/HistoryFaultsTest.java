package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.geco.asd.common.AsdException;
import org.h2.Driver;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes do to a history. With {@code -Dhistory.kills=20} it is killed more often. */
class HistoryFaultsTest {

    private static final int KILLS = Integer.getInteger("history.kills", 4);

    @TempDir
    Path m_temp;

    private long count(final String sql) throws Exception {
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + m_temp.resolve("plant"), new Properties());
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @return the night after the last that was reported */
    private int checkNothingIsLost(final List<String> lines, final int before) throws Exception {
        int next = before;
        for (final String line : lines) {
            if (line.startsWith(HistoryWriter.REPORTED)) {
                next = 1 + Integer.parseInt(line.substring(HistoryWriter.REPORTED.length()));
            }
        }
        HistoryWriter.watch(m_temp.resolve("plant"), next);
        assertThat(count("SELECT COUNT(DISTINCT started) FROM geco_runs")).isEqualTo(next + 1);
        assertThat(count("SELECT COUNT(*) FROM geco_clips")).isEqualTo((next + 1L) * HistoryWriter.CLIPS);
        assertThat(count("SELECT COUNT(*) FROM geco_events")).isEqualTo(next + 1);
        assertThat(count("SELECT SUM(clips) FROM geco_events")).isEqualTo((next + 1) * 3L);
        return next + 1;
    }

    @Test
    void aProcessThatIsKilledLosesNothingItReportedAndCountsNothingTwice() throws Exception {
        final Random random = new Random();
        int night = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            final Process process =
                HistoryWriter.process("", m_temp.resolve("plant").toString(), "" + night).start();
            Thread.sleep(300 + random.nextInt(1_500));
            process.toHandle().destroyForcibly();
            final List<String> lines = HistoryWriter.lines(process);
            assertThat(lines).allSatisfy(line -> assertThat(line).startsWith(HistoryWriter.REPORTED));
            night = checkNothingIsLost(lines, night);
        }
    }

    /** H2 2.3.232 lost nights when a program closed the file that had only read it, if Java checks assertions. */
    @Test
    void othersThatReadTheHistoryBetweenNightsTakeNothingFromIt() throws Exception {
        for (int night = 0; night < 30; night++) {
            HistoryWriter.watch(m_temp.resolve("plant"), night);
            assertThat(count("SELECT COUNT(DISTINCT started) FROM geco_runs")).isEqualTo(night + 1);
        }
        assertThat(count("SELECT COUNT(*) FROM geco_clips")).isEqualTo(30L * HistoryWriter.CLIPS);
    }

    @Test
    void aCopyThatLacksRowsIsNoHistory() throws Exception {
        final Path path = m_temp.resolve("plant");
        HistoryWriter.watch(path, 0);
        final HistoryFile file = new HistoryFile(path);
        final List<Long> rows;
        try (Connection connection = file.open(Duration.ZERO)) {
            rows = Schema.rows(connection);
            connection.createStatement().execute("DELETE FROM geco_clips WHERE start_s = 0");
        }
        assertThatThrownBy(() -> file.replace(rows)).isInstanceOf(IOException.class)
            .hasMessageContaining("did not keep");
        file.closed();
        checkNothingIsLost(List.of(), 0);
    }

    @Test
    void whoWaitsTooLongIsToldWhoHasTheHistory() throws Exception {
        final Path file = m_temp.resolve("plant");
        final Process process = HistoryWriter.process("", file.toString(), "0", "wait").start();
        try (var reader = process.inputReader()) {
            assertThat(reader.readLine()).startsWith(HistoryWriter.REPORTED);
            assertThatThrownBy(() -> History.open(file, Duration.ofMillis(500))).isInstanceOf(AsdException.class)
                .hasMessageContaining("plant.mv.db' is in use by process " + process.pid());
        } finally {
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        HistoryWriter.watch(file, 0);
        assertThat(m_temp.resolve("plant.lock")).isEmptyFile();
    }

    @Test
    void aDatabaseToolThatHasTheHistoryOpenIsWaitedFor() throws Exception {
        final Path file = m_temp.resolve("plant");
        HistoryWriter.watch(file, 0);
        try (Connection tool = new Driver().connect("jdbc:h2:file:" + file, new Properties())) {
            assertThat(tool.isValid(1)).isTrue();
            assertThatThrownBy(() -> History.open(file, Duration.ZERO)).isInstanceOf(AsdException.class)
                .hasMessageContaining("is in use by another program, e.g. a database tool");
        }
        HistoryWriter.watch(file, 1);
        assertThat(count("SELECT COUNT(*) FROM geco_runs")).isEqualTo(2);
    }

    @Test
    void whatAKilledRunLeftBehindIsNoHistory() throws Exception {
        final Path file = m_temp.resolve("plant");
        HistoryWriter.watch(file, 0);
        Files.writeString(m_temp.resolve("plant.run.mv.db"), "half a database");
        HistoryWriter.watch(file, 1);
        assertThat(m_temp.resolve("plant.run.mv.db")).doesNotExist();
        checkNothingIsLost(List.of(HistoryWriter.REPORTED + 1), 0);
    }

    /** A limit on the size of files stands for a disk that has no more room. */
    @Test
    void aFullDiskIsSaidAndWhatWasReportedIsThere() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "takes bash's ulimit");
        final Process process =
            HistoryWriter.process("ulimit -f 300;", m_temp.resolve("plant").toString(), "0").start();
        final List<String> lines = HistoryWriter.lines(process);
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.get(lines.size() - 1)).startsWith("The history '").contains("cannot be read or written",
            "Check that the disk is not full");
        checkNothingIsLost(lines, 0);
    }
}
