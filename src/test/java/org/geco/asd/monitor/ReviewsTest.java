package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.monitor.Reviews.Given;
import org.geco.asd.monitor.Reviews.Period;
import org.geco.asd.monitor.Reviews.Reviewed;
import org.geco.asd.monitor.Reviews.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of a night. */
class ReviewsTest {
    private static final List<JudgedClip> NIGHT = Nights.clips(Nights.FAN, Nights.START, 0, 5, 6, 1, 7, 0, 0, 0, 0, 4);

    @TempDir
    Path m_temp;

    private Event m_event;

    @BeforeEach
    void watch() throws Exception {
        try (History history = open()) {
            m_event = Monitor.watch(history, Nights.night(Nights.START.plusHours(5), NIGHT), Nights.SETTINGS,
                ProgressMonitor.NONE).events().get(0);
        }
    }

    private History open() throws AsdException {
        return History.open(m_temp.resolve("plant"), Duration.ofSeconds(20));
    }

    private Given give(final Told... told) throws AsdException {
        try (History history = open()) {
            return Reviews.give(history, List.of(told), LocalDateTime.of(2026, 11, 27, 7, 0));
        }
    }

    private List<Reviewed> all() throws AsdException {
        try (History history = open()) {
            return Reviews.all(history);
        }
    }

    private Told event(final Verdict verdict) {
        return new Told(m_event.listen(), Optional.of(new Period(m_event.start(), m_event.end())), verdict);
    }

    private static Told clip(final int clip, final Verdict verdict) {
        return new Told(NIGHT.get(clip).key(), Optional.empty(), verdict);
    }

    @Test
    void anEventsVerdictCountsForItsAnomalousClipsAndALaterOneReplacesIt() throws Exception {
        final Given first = give(event(Verdict.CONFIRMED));
        assertThat(first.changed()).isEqualTo(3);
        assertThat(first.unknown()).isEmpty();
        assertThat(first.all()).isEqualTo(all()).hasSize(3);
        assertThat(give(event(Verdict.CONFIRMED)).changed()).as("the same again").isZero();
        assertThat(give(clip(4, Verdict.REJECTED), clip(9, Verdict.CONFIRMED)).changed()).isEqualTo(2);
        final List<Reviewed> all = all();
        assertThat(all).extracting(each -> each.clip().score() + " " + each.verdict()).containsExactly(
            "5.0 CONFIRMED", "6.0 CONFIRMED", "7.0 REJECTED", "4.0 CONFIRMED");
        assertThat(all).extracting(Reviewed::detector).containsOnly("d1");
        assertThat(Reviews.confirmed(all)).extracting(List::size).as("the event, and a clip that is in none")
            .containsExactly(2, 1);
        assertThat(give(event(Verdict.REJECTED), clip(1, Verdict.CONFIRMED)).changed()).as("the last row counts")
            .isEqualTo(1);
    }

    @Test
    void whatIsNotInTheHistoryIsTold() throws Exception {
        final Told unknown = new Told(new ClipKey(Nights.FAN, "/night/elsewhere.wav", 0), Optional.empty(),
            Verdict.REJECTED);
        final Given given = give(unknown, clip(1, Verdict.REJECTED));
        assertThat(given.changed()).isEqualTo(1);
        assertThat(given.unknown()).containsExactly(unknown);
        assertThat(all()).hasSize(1);
    }
}
