package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read and write a history, and what is refused. */
class HistoryFileTest {

    @TempDir
    Path m_temp;

    private PlantHistory m_history;

    @BeforeEach
    void place() {
        m_history = new PlantHistory(m_temp.resolve("plant"));
    }

    @Test
    void aSecondRunOfTheSameProcessDoesNotLetOtherProcessesIn() throws Exception {
        try (History first = m_history.open()) {
            assertThatThrownBy(() -> History.open(m_history.file(), Duration.ZERO)).isInstanceOf(AsdException.class)
                .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
            final Process other = HistoryWriter.process("", m_history.file().toString(), "0", "wait").start();
            final boolean ended = other.waitFor(20, TimeUnit.SECONDS);
            other.toHandle().destroyForcibly();
            assertThat(ended).as("it is refused at once").isTrue();
            assertThat(HistoryWriter.lines(other).toString()).contains("is in use by process "
                + ProcessHandle.current().pid());
            assertThat(first.known(Nights.clip(Nights.FAN, Nights.START, 1).key())).isEmpty();
        }
        m_history.open().close();
    }

    @Test
    void anotherVersionOfTheHistoryIsRefusedInWords() throws Exception {
        try (History history = m_history.open()) {
            Monitor.watch(history, Nights.night(Nights.START, List.of()), Nights.SETTINGS, ProgressMonitor.NONE);
        }
        m_history.change("UPDATE geco_schema SET version = 3");
        assertThatThrownBy(m_history::open).isInstanceOf(AsdException.class)
            .hasMessageContaining("newer version of the extension (format 3, this one reads 2)");
        m_history.change("UPDATE geco_schema SET version = 1");
        assertThatThrownBy(m_history::open).hasMessageContaining("older version of the extension (format 1");
    }

    @Test
    void whatIsNoHistoryIsRefusedAndLeftAsItIs() throws Exception {
        final Path file = Files.writeString(m_temp.resolve("plant.mv.db"), "this is no database");
        assertThatThrownBy(m_history::open).isInstanceOf(AsdException.class).hasMessageContaining(file.toString());
        assertThat(file).hasContent("this is no database");
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws Exception {
        final PlantHistory below =
            new PlantHistory(Files.writeString(m_temp.resolve("file"), "").resolve("plant"));
        assertThatThrownBy(below::open).isInstanceOf(AsdException.class).hasMessageContaining("plant.mv.db");
    }

    @Test
    void anyDatabaseWithAJdbcDriverWillDo() throws Exception {
        final Path jar = Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        final String url = "jdbc:h2:mem:plant;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (History history = History.open(url, Optional.of(jar))) {
            assertThat(Monitor.watch(history, new Monitor.Night(Nights.START, "d", Nights.clips(Nights.FAN,
                Nights.START, 5, 5), 0.05, Map.of(Nights.FAN, new Monitor.Normals(new double[]{0, 1, 2}, 0.05))),
                Nights.SETTINGS,
                ProgressMonitor.NONE).trend().get(0).deviation().value()).isPositive();
        }
        assertThatThrownBy(() -> History.open("jdbc:nobody://there?user=a&password=secret", Optional.empty()))
            .isInstanceOf(AsdException.class).hasMessageContaining("jdbc:nobody://there cannot be opened")
            .hasMessageNotContaining("secret?");
    }
}
