package org.geco.asd.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.mel.Spectrogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {

    private static final int CLIPS = 200;

    private static final ProgressMonitor CANCELLED = new ProgressMonitor() {
        @Override
        public void report(final double fraction, final String message) {
            // nobody listens
        }

        @Override
        public void checkCanceled() {
            throw new CancellationException();
        }
    };

    private final AtomicReference<Thread> m_reader = new AtomicReference<>();

    /** Remembers the thread that reads. */
    private class Watched extends NumberedClips {

        Watched() {
            super(CLIPS);
        }

        @Override
        public Spectrogram load(final int index) throws AsdException {
            m_reader.set(Thread.currentThread());
            return super.load(index);
        }
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        if (m_reader.get() != null) {
            m_reader.get().join(5000);
            assertThat(m_reader.get().isAlive()).isFalse();
        }
    }

    @Test
    void clipsComeInTheOrderAskedFor() throws AsdException {
        final int[] order = Seeds.permutation(CLIPS, new Seeds(1).stream("order"));
        final List<Integer> taken = new ArrayList<>();
        try (ReadAhead ahead = new ReadAhead(new Watched(), order)) {
            for (int i = 0; i < CLIPS; i++) {
                taken.add((int)ahead.next(ProgressMonitor.NONE).values()[0]);
            }
            assertThatThrownBy(() -> ahead.next(ProgressMonitor.NONE)).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(taken.stream().mapToInt(i -> i).toArray()).isEqualTo(order);
        assertThat(m_reader.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void neverHoldsMoreThanItMayAndOneClip() throws Exception {
        final Watched source = new Watched();
        try (ReadAhead ahead =
            new ReadAhead(source, IntStream.range(0, CLIPS).toArray(), 3 * NumberedClips.BYTES)) {
            for (int taken = 0; taken < 20; taken++) {
                while (ahead.bytes() < 3 * NumberedClips.BYTES) {
                    Thread.onSpinWait();
                }
                Thread.sleep(2);
                assertThat(source.loads()).as("clips read after %d were taken", taken).isEqualTo(taken + 3);
                ahead.next(ProgressMonitor.NONE);
            }
        }
    }

    @Test
    void aClipThatIsLargerThanTheLimitComesAlone() throws AsdException {
        try (ReadAhead ahead = new ReadAhead(new Watched(), IntStream.range(0, CLIPS).toArray(), 1)) {
            for (int i = 0; i < CLIPS; i++) {
                assertThat(ahead.next(ProgressMonitor.NONE).values()[0]).isEqualTo(i);
                assertThat(ahead.bytes()).isLessThanOrEqualTo(NumberedClips.BYTES);
            }
        }
    }

    @Test
    void aFailureIsMetWhereItsClipIsWanted() throws AsdException {
        final AsdException failure = new AsdException("Row \"Row5\": the file is gone.", "Bring it back.");
        final NumberedClips source = new Watched() {
            @Override
            public Spectrogram load(final int index) throws AsdException {
                if (index == 5) {
                    throw failure;
                }
                return super.load(index);
            }
        };
        try (ReadAhead ahead = new ReadAhead(source, IntStream.range(0, CLIPS).toArray())) {
            for (int i = 0; i < 5; i++) {
                assertThat(ahead.next(ProgressMonitor.NONE).values()[0]).isEqualTo(i);
            }
            assertThatThrownBy(() -> ahead.next(ProgressMonitor.NONE)).isSameAs(failure);
            assertThatThrownBy(() -> ahead.next(ProgressMonitor.NONE)).isSameAs(failure);
        }
    }

    @Test
    void anUnexpectedFailureNamesTheClipAndAnErrorStaysOne() {
        assertThatThrownBy(() -> firstOf(new UncheckedIOException(new java.io.IOException("disk is gone"))))
            .isInstanceOf(AsdException.class).hasMessageContaining("Row0").hasMessageContaining("disk is gone");
        final OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        assertThatThrownBy(() -> firstOf(full)).isSameAs(full);
    }

    private void firstOf(final Throwable failure) throws AsdException {
        final NumberedClips source = new Watched() {
            @Override
            public Spectrogram load(final int index) throws AsdException {
                super.load(index);
                if (failure instanceof Error e) {
                    throw e;
                }
                throw (RuntimeException)failure;
            }
        };
        try (ReadAhead ahead = new ReadAhead(source, IntStream.range(0, CLIPS).toArray())) {
            ahead.next(ProgressMonitor.NONE);
        }
    }

    @Test
    void closingEndsAThreadThatWaitsForRoom() throws Exception {
        final ReadAhead ahead = new ReadAhead(new Watched(), IntStream.range(0, CLIPS).toArray(), NumberedClips.BYTES);
        while (ahead.bytes() < NumberedClips.BYTES) {
            Thread.onSpinWait();
        }
        assertThat(m_reader.get().isAlive()).isTrue();
        ahead.close();
        assertThat(m_reader.get().isAlive()).isFalse();
        ahead.close();
        assertThatThrownBy(() -> ahead.next(ProgressMonitor.NONE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoWaitsForASlowClipCanCancelAndTheReaderEnds() throws Exception {
        final CountDownLatch reading = new CountDownLatch(1);
        final NumberedClips hanging = new Watched() {
            @Override
            public Spectrogram load(final int index) throws AsdException {
                super.load(index);
                reading.countDown();
                try {
                    TimeUnit.MINUTES.sleep(5);
                } catch (final InterruptedException e) {
                    throw new AsdException("Interrupted", e, "Try again.");
                }
                throw new IllegalStateException("not reached");
            }
        };
        try (ReadAhead ahead = new ReadAhead(hanging, IntStream.range(0, CLIPS).toArray())) {
            reading.await();
            assertThatThrownBy(() -> ahead.next(CANCELLED)).isInstanceOf(CancellationException.class);
        }
        assertThat(m_reader.get().isAlive()).isFalse();
    }

    @Test
    void anInterruptedUserStopsWaitingAndStillEndsTheReader() throws Exception {
        final CountDownLatch end = new CountDownLatch(1);
        final NumberedClips slow = new Watched() {
            @Override
            public Spectrogram load(final int index) throws AsdException {
                super.load(index);
                try {
                    end.await();
                } catch (final InterruptedException e) {
                    // a source that takes its time to notice
                    while (!Thread.interrupted() && System.nanoTime() % 100_000_000 > 1_000_000) {
                        Thread.onSpinWait();
                    }
                }
                return super.load(index);
            }
        };
        try (ReadAhead ahead = new ReadAhead(slow, IntStream.range(0, CLIPS).toArray())) {
            while (m_reader.get() == null) {
                Thread.onSpinWait();
            }
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> ahead.next(ProgressMonitor.NONE)).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(m_reader.get().isAlive()).isFalse();
        assertThat(Thread.interrupted()).as("kept for the caller").isTrue();
    }

    @Test
    void throughACacheTheSecondPassReadsOnlyTheRest() throws AsdException {
        final Watched source = new Watched();
        final ClipCache cache = new ClipCache(source, 150 * NumberedClips.BYTES);
        for (int epoch = 0; epoch < 3; epoch++) {
            final int[] order = Seeds.permutation(CLIPS, new Seeds(2).stream("order", epoch));
            try (ReadAhead ahead = new ReadAhead(cache, order)) {
                for (final int clip : order) {
                    assertThat(ahead.next(ProgressMonitor.NONE).values()[0]).isEqualTo(clip);
                }
            }
        }
        assertThat(source.loads()).isEqualTo(CLIPS + 2 * 50);
    }
}
