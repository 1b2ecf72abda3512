package org.geco.asd.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.SideBySide.Piece;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.OrderedReports;
import org.geco.asd.learn.history.TrainingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SideBySideTest {

    private final List<Double> m_progress = Collections.synchronizedList(new ArrayList<>());

    private final AtomicBoolean m_cancelled = new AtomicBoolean();

    private final ProgressMonitor m_monitor = new ProgressMonitor() {
        @Override
        public void report(final double fraction, final String message) {
            m_progress.add(fraction);
        }

        @Override
        public void checkCanceled() {
            if (m_cancelled.get()) {
                throw new CancellationException("by the user");
            }
        }
    };

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith(SideBySide.THREAD));
    }

    private <T> List<T> run(final int atOnce, final List<Piece<T>> pieces) throws AsdException {
        return new SideBySide<>(pieces, m_monitor).run(atOnce);
    }

    private static List<Piece<Integer>> counting(final int count) {
        final List<Piece<Integer>> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final int number = i;
            pieces.add(progress -> {
                for (int step = 0; step <= 20; step++) {
                    progress.report(step / 20.0, "piece " + number);
                }
                return number;
            });
        }
        return pieces;
    }

    @Test
    void resultsComeInOrderAndProgressNeverFalls() throws AsdException {
        for (final int atOnce : new int[]{1, 2, 3, 9}) {
            m_progress.clear();
            assertThat(run(atOnce, counting(5))).containsExactly(0, 1, 2, 3, 4);
            assertThat(m_progress).isSorted().hasSize(5 * 21);
            assertThat(m_progress.get(0)).isZero();
            assertThat(m_progress.get(5 * 21 - 1)).isEqualTo(1);
        }
    }

    @Test
    void asManyAsAskedForAreDoneAtOnce() throws AsdException {
        final CyclicBarrier both = new CyclicBarrier(2);
        final AtomicInteger now = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final Piece<Boolean> meets = progress -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (final Exception e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
            return true;
        };
        assertThat(run(2, List.of(meets, meets, meets, meets))).containsOnly(true);
        assertThat(most).hasValue(2);
    }

    @Test
    void oneAtATimeIsDoneOnTheThreadThatAsks() throws AsdException {
        assertThat(run(1, List.of(progress -> Thread.currentThread(), progress -> Thread.currentThread())))
            .containsOnly(Thread.currentThread());
    }

    @Test
    void theFirstFailureStopsTheOthersAndIsThrown() {
        final CountDownLatch running = new CountDownLatch(1);
        final AtomicBoolean started = new AtomicBoolean();
        final AsdException failure = new AsdException("The PAE of fan does not converge.", "Learn slower.");
        final Piece<Integer> fails = progress -> {
            await(running);
            throw failure;
        };
        final Piece<Integer> endless = progress -> {
            running.countDown();
            while (true) {
                progress.checkCanceled();
            }
        };
        final Piece<Integer> third = progress -> {
            started.set(true);
            return 0;
        };
        assertThatThrownBy(() -> run(2, List.of(fails, endless, third))).isSameAs(failure);
        assertThat(started).isFalse();
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancellingAndErrorsEndAllThreads() {
        final Piece<Integer> endless = progress -> {
            m_cancelled.set(true);
            while (true) {
                progress.checkCanceled();
            }
        };
        assertThatThrownBy(() -> run(3, List.of(endless, endless, endless)))
            .isInstanceOf(CancellationException.class);
        m_cancelled.set(false);
        final OutOfMemoryError full = new OutOfMemoryError();
        assertThatThrownBy(() -> run(2, List.of(progress -> {
            throw full;
        }, progress -> 1))).isSameAs(full);
    }

    @Test
    void anInterruptOfTheThreadThatWaitsCancels() {
        final Thread waiting = Thread.currentThread();
        final Piece<Integer> endless = progress -> {
            waiting.interrupt();
            while (true) {
                progress.checkCanceled();
            }
        };
        assertThatThrownBy(() -> run(2, List.of(endless, endless))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void reportsComeAsIfOneHadFollowedTheOther() {
        final List<String> heard = new ArrayList<>();
        final OrderedReports reports = new OrderedReports(new TrainingListener() {
            @Override
            public void epochEnded(final EpochReport report) {
                heard.add(report.part() + report.epoch());
            }

            @Override
            public void warning(final String message) {
                heard.add(message);
            }
        }, 3);
        reports.of(1).warning("pump has few clips");
        reports.of(0).epochEnded(new EpochReport("fan", 1, Map.of()));
        reports.of(2).epochEnded(new EpochReport("valve", 1, Map.of()));
        reports.of(1).epochEnded(new EpochReport("pump", 1, Map.of()));
        assertThat(heard).containsExactly("fan1");
        reports.finished(2);
        reports.of(0).epochEnded(new EpochReport("fan", 2, Map.of()));
        reports.finished(0);
        assertThat(heard).containsExactly("fan1", "fan2", "pump has few clips", "pump1");
        reports.of(1).epochEnded(new EpochReport("pump", 2, Map.of()));
        reports.finished(1);
        assertThat(heard).containsExactly("fan1", "fan2", "pump has few clips", "pump1", "pump2", "valve1");
    }
}
