package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights in a history. */
class MonitorTest {

    private static final MachineId PUMP = new MachineId("pump", "02");

    private static final LocalDateTime SECOND = Nights.START.plusDays(1);

    @TempDir
    Path m_temp;

    private PlantHistory m_history;

    @BeforeEach
    void place() {
        m_history = new PlantHistory(m_temp.resolve("plant"));
    }

    private Monitor watch(final LocalDateTime started, final List<JudgedClip> clips) throws AsdException {
        try (History history = m_history.open()) {
            return Monitor.watch(history, Nights.night(started, clips), Nights.SETTINGS, ProgressMonitor.NONE);
        }
    }

    @Test
    void theSecondNightIsNewAndTheFirstIsRemembered() throws Exception {
        final Monitor first = watch(Nights.START.plusHours(5), Nights.clips(Nights.FAN, Nights.START, 0, 1, 5, 1, 0));
        assertThat(first.events()).isEmpty();
        final List<JudgedClip> clips = new ArrayList<>(Nights.clips(Nights.FAN, SECOND, 1, 5, 6, 1));
        clips.addAll(Nights.clips(PUMP, SECOND, 1, 0, 0, 1));
        final Monitor second = watch(SECOND.plusHours(5), clips);
        assertThat(second.events()).singleElement().satisfies(event -> {
            assertThat(event.machine()).isEqualTo(Nights.FAN);
            assertThat(event.isNew()).isTrue();
        });
        assertThat(second.trend()).extracting(day -> day.machine() + " " + day.date() + " " + day.anomalous() + "/"
            + day.clips() + " " + day.median()).containsExactly("fan 00 2026-11-26 1/5 1.0",
                "fan 00 2026-11-27 2/4 3.0", "pump 02 2026-11-27 0/4 0.5");
        assertThat(second.drift()).extracting(drift -> drift.cause()).containsOnly(Drift.Cause.TOO_FEW);
        final Monitor third = watch(SECOND.plusHours(6), List.of());
        assertThat(third.events()).singleElement().satisfies(event -> assertThat(event.isNew()).isFalse());
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_clips")).isEqualTo(13);
        assertThat(m_history.count("SELECT run FROM geco_events")).isEqualTo(2);
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_runs")).isEqualTo(3);
    }

    @Test
    void aClipThatIsJudgedTwiceCountsOnce() throws Exception {
        final List<JudgedClip> night = Nights.clips(Nights.FAN, Nights.START, 0, 5, 5, 0);
        final List<JudgedClip> twice = new ArrayList<>(night);
        twice.addAll(night);
        watch(Nights.START.plusHours(5), twice);
        assertThat(watch(Nights.START.plusHours(5), night).events()).hasSize(1);
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_clips")).isEqualTo(4);
        assertThat(m_history.count("SELECT SUM(clips) FROM geco_events")).isEqualTo(2);
    }

    private Monitor watch(final String detector, final boolean untilTold, final List<JudgedClip> clips)
        throws AsdException {
        try (History history = m_history.open()) {
            return Monitor.watch(history, new Monitor.Night(SECOND, detector, clips, 0.05, Map.of()),
                new MonitorSettings(Nights.TWO_OF_THREE, 30, untilTold, 0.01), ProgressMonitor.NONE);
        }
    }

    private void tell(final int run) throws AsdException {
        try (History history = m_history.open()) {
            Told.write(history, run, SECOND);
        }
    }

    @Test
    void whatNobodyWasToldStaysNew() throws Exception {
        watch("d1", true, Nights.clips(Nights.FAN, Nights.START, 0, 5, 5, 0));
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_runs WHERE told IS NULL")).isEqualTo(1);
        final Monitor second = watch("d1", true, Nights.clips(PUMP, SECOND, 0, 5, 5, 0));
        assertThat(second.events()).extracting(Event::isNew).containsExactly(true, true);
        tell(1);
        assertThat(watch("d1", true, List.of()).events()).extracting(Event::isNew).containsExactly(false, true);
        tell(second.run());
        assertThat(watch("d1", true, Nights.clips(Nights.FAN, SECOND, 0, 0)).events()).extracting(Event::isNew)
            .containsExactly(false, false);
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_runs WHERE told IS NULL")).as("of the third")
            .isEqualTo(1);
        assertThat(watch("d1", false, List.of()).events()).hasSize(2);
    }

    @Test
    void anotherDetectorsVerdictOnWhatWasToldIsNoNews() throws Exception {
        watch(Nights.START, Nights.clips(Nights.FAN, Nights.START, 0, 5, 6, 0, 0, 0, 4));
        assertThat(watch("d2", false, Nights.clips(Nights.FAN, Nights.START, 0, 4, 5, 0, 0, 0, 0)).events())
            .singleElement().satisfies(event -> assertThat(event.isNew()).isFalse());
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_clips WHERE detector = 'd2'")).isEqualTo(7);
        assertThat(watch("d3", false, Nights.clips(Nights.FAN, Nights.START, 4, 4, 5, 0, 0, 4, 4)).events())
            .extracting(Event::isNew).as("clips that no event had").containsExactly(true);
        final List<JudgedClip> later = Nights.clips(Nights.FAN, SECOND, 5, 5);
        assertThat(watch("d4", true, later).events()).extracting(Event::isNew).containsExactly(false, true);
        assertThat(watch("d5", true, later).events()).as("nobody was told").extracting(Event::isNew)
            .containsExactly(false, true);
    }

    @Test
    void anEventGoesOnInTheNextRun() throws Exception {
        watch(Nights.START, Nights.clips(Nights.FAN, Nights.START, 0, 5, 5));
        final Monitor next = watch(SECOND, Nights.clips(Nights.FAN, Nights.START.plusMinutes(30), 5, 0, 0));
        assertThat(next.events()).singleElement().satisfies(event -> {
            assertThat(event.start()).isEqualTo(Nights.START.plusMinutes(10));
            assertThat(event.clips()).isEqualTo(3);
            assertThat(event.isNew()).isTrue();
        });
    }

    @Test
    void anEventIsWholeWhereTheDaysLookedBackBeginWithinIt() throws Exception {
        final LocalDateTime evening = Nights.START.toLocalDate().atTime(23, 30);
        watch(Nights.START, Nights.clips(Nights.FAN, evening, 5, 5, 5, 5, 5, 5));
        final Monitor later = watch(SECOND, Nights.clips(Nights.FAN, evening.plusDays(31), 0, 0, 0));
        assertThat(later.events()).singleElement().satisfies(event -> assertThat(event.clips()).isEqualTo(6));
        assertThat(later.trend()).extracting(Day::clips).containsExactly(3, 3);
    }

    @Test
    void whatIsKnownOfAClipIsItsFileAndItsDetector() throws Exception {
        final JudgedClip clip = Nights.clip(Nights.FAN, Nights.START, 1);
        watch(Nights.START, List.of(clip));
        try (History history = m_history.open()) {
            assertThat(history.known(clip.key()))
                .isEqualTo(Optional.of(new History.Known(new FileState(320_044, 1_000), "d1")));
            assertThat(history.known(new ClipKey(Nights.FAN, clip.key().path(), 10))).isEmpty();
        }
        assertThat(FileState.parse(new FileState(320_044, 1_234).toString()))
            .isEqualTo(Optional.of(new FileState(320_044, 1_234)));
    }

    @Test
    void withoutScoresOfTheDetectorTonightIsComparedWithTheFirstNormals() throws Exception {
        watch(Nights.START, Nights.clips(Nights.FAN, Nights.START, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 9, 9, 9));
        final Monitor second = watch(SECOND, Nights.clips(Nights.FAN, SECOND, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7));
        assertThat(second.drift()).singleElement().satisfies(drift -> {
            assertThat(drift.usual()).isEqualTo(8);
            assertThat(drift.cause()).isEqualTo(Drift.Cause.MACHINE);
            assertThat(drift.scores().value().superiority()).isEqualTo(1);
        });
        assertThat(second.trend().get(1).deviation().value()).isGreaterThan(2);
    }

    @Test
    void aClockThatWasSetBackIsSaidAndLosesNothing() throws Exception {
        watch(SECOND, Nights.clips(Nights.FAN, SECOND, 0, 5, 5, 0));
        final Monitor back = watch(Nights.START, Nights.clips(Nights.FAN, Nights.START, 0, 5, 5, 0));
        assertThat(back.warnings()).singleElement().asString().contains("The clock was set back")
            .contains("2026-11-27T01:00");
        assertThat(back.events()).extracting(Event::isNew).containsExactly(true, false);
    }

    @Test
    void twoRunsAtOnceCountNothingTwice() throws Exception {
        final ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            final List<Future<Monitor>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(both.submit(() -> watch(Nights.START, Nights.clips(Nights.FAN, Nights.START, 0, 5, 5, 0))));
            }
            for (final Future<Monitor> run : runs) {
                assertThat(get(run).events()).hasSize(1);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_clips")).isEqualTo(4);
        assertThat(m_history.count("SELECT COUNT(*) FROM geco_runs")).isEqualTo(2);
    }

    private static Monitor get(final Future<Monitor> run) throws Exception {
        try {
            return run.get();
        } catch (final ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void aThresholdOfTooFewClipsRaisesNoAlarm() throws Exception {
        final List<JudgedClip> clips = Nights.clips(Nights.FAN, Nights.START, 5, 5, 5, 0, 0);
        try (History history = m_history.open()) {
            final Monitor monitor = Monitor.watch(history, new Monitor.Night(Nights.START, "d", clips, 0.05,
                Map.of(Nights.FAN, new Monitor.Normals(new double[]{1}, 0.5))), Nights.SETTINGS, ProgressMonitor.NONE);
            assertThat(monitor.events()).isEmpty();
            assertThat(monitor.warnings()).singleElement().asString()
                .startsWith("There are no events of fan 00 (50 %): ");
        }
    }
}
