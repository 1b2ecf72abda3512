package org.geco.asd.concurrent;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;

/** Does pieces of work, some at once, each on one thread. The first that fails stops all; no thread outlives it. */
public final class SideBySide<T> {
    /** Name of the threads, if there is more than one. */
    public static final String THREAD = "Training";

    private final List<Piece<T>> m_pieces;
    private final ProgressMonitor m_whole;
    private final double[] m_done;
    private final Object[] m_results;
    private int m_next;
    private volatile boolean m_stopped;
    private Throwable m_failure;

    /** A piece of work, with its own progress. */
    @FunctionalInterface
    public interface Piece<T> {
        /** @return its result; asks the progress whether to go on */
        T run(ProgressMonitor progress) throws AsdException;
    }

    /** Pieces are started in their order; {@code whole} hears of the progress of all, its cancellation stops all. */
    public SideBySide(final List<Piece<T>> pieces, final ProgressMonitor whole) {
        m_pieces = List.copyOf(pieces);
        m_whole = whole;
        m_done = new double[pieces.size()];
        m_results = new Object[pieces.size()];
    }

    /**
     * @return what the pieces gave, in their order; one at a time is done on the thread that asks
     * @throws AsdException what the first failure was
     */
    @SuppressWarnings("unchecked")
    public List<T> run(final int atOnce) throws AsdException {
        if (Math.min(atOnce, m_pieces.size()) == 1) {
            work();
        } else {
            runThreads(Math.min(atOnce, m_pieces.size()));
        }
        rethrow();
        return (List<T>)Arrays.asList(m_results);
    }

    private void runThreads(final int count) {
        final List<Thread> threads =
            IntStream.range(0, count).mapToObj(i -> new Thread(this::work, THREAD + " " + (i + 1))).toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
        boolean interrupted = false;
        for (final Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (final InterruptedException e) { // NOSONAR: kept for the caller
                    interrupted = true;
                    fail(new CancellationException("Interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Piece after piece until none is left. */
    private void work() {
        for (int i = next(); i >= 0; i = next()) {
            try {
                m_results[i] = m_pieces.get(i).run(progress(i));
            } catch (final Throwable e) { // NOSONAR: whatever it is, the thread that asked shall have it
                fail(e);
            }
        }
    }

    private synchronized int next() {
        return m_stopped || m_next == m_pieces.size() ? -1 : m_next++;
    }

    /** What comes after the first failure are its consequences. */
    private synchronized void fail(final Throwable failure) {
        if (m_failure == null) {
            m_failure = failure;
        }
        m_stopped = true;
    }

    private synchronized void rethrow() throws AsdException {
        if (m_failure instanceof AsdException known) {
            throw known;
        }
        if (m_failure instanceof RuntimeException unknown) {
            throw unknown;
        }
        if (m_failure != null) {
            throw (Error)m_failure;
        }
    }

    private ProgressMonitor progress(final int piece) {
        return new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                synchronized (SideBySide.this) {
                    m_done[piece] = Math.max(m_done[piece], fraction);
                    m_whole.report(Arrays.stream(m_done).sum() / m_done.length, message);
                }
            }

            @Override
            public void checkCanceled() {
                if (m_stopped) {
                    throw new CancellationException();
                }
                m_whole.checkCanceled();
            }
        };
    }
}
