package org.geco.asd.concurrent;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;

/**
 * Things that one background thread reads in their order while those before them are used. What comes out depends on
 * the source alone, not on which thread is faster. The thread ends with the last thing, with the first failure, or when
 * this is closed. For one user at a time.
 */
public final class Prefetch<T> implements AutoCloseable {
    /** How often somebody who waits looks whether the user cancelled. */
    private static final long LOOK_MILLIS = 100;

    /** A reader that hangs in a lost network drive must not hang the node that is cancelled. */
    private static final long END_MILLIS = 10_000;

    private final Source<T> m_source;
    private final ToLongFunction<T> m_size;
    private final long m_limit;
    private final Queue<T> m_ready = new ArrayDeque<>();
    private final Thread m_thread;
    private long m_bytes;
    private boolean m_closed;
    private boolean m_ended;
    private Throwable m_failure;

    /** Where things come from, asked by the background thread only. */
    @FunctionalInterface
    public interface Source<T> {
        /** @return the next thing; empty if there are no more */
        Optional<T> next() throws AsdException;
    }

    /** Starts to read on a thread of this name. So many bytes may wait, beside one thing in the hands of the thread. */
    public Prefetch(final String thread, final Source<T> source, final ToLongFunction<T> size, final long limit) {
        m_source = source;
        m_size = size;
        m_limit = limit;
        m_thread = new Thread(this::readAll, thread);
        m_thread.setDaemon(true);
        m_thread.start();
    }

    /**
     * Takes the next thing, waiting for it if need be; empty after the last. Fails if it cannot be read, or if the user
     * cancelled while this waited.
     */
    public synchronized Optional<T> next(final ProgressMonitor progress) throws AsdException {
        while (m_ready.isEmpty()) {
            if (m_closed) {
                throw new IllegalStateException("Closed");
            }
            if (m_failure != null) {
                throw failure();
            }
            if (m_ended) {
                return Optional.empty();
            }
            progress.checkCanceled();
            await();
        }
        final T thing = m_ready.remove();
        m_bytes -= m_size.applyAsLong(thing);
        notifyAll();
        return Optional.of(thing);
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void await() {
        try {
            wait(LOOK_MILLIS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted"); // NOSONAR: that is what an interrupt means here
        }
    }

    /** What the reader met, for the thread that wanted the thing. */
    private AsdException failure() {
        if (m_failure instanceof AsdException known) {
            return known;
        }
        if (m_failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException)m_failure;
    }

    private void readAll() {
        while (hasRoom()) {
            try {
                final Optional<T> thing = m_source.next();
                if (thing.isEmpty()) {
                    end(null);
                    return;
                }
                add(thing.get());
            } catch (final Throwable e) { // NOSONAR: whatever it is, the other thread waits for it
                end(e);
                return;
            }
        }
    }

    /** Waits for room; false if nobody wants more. */
    private synchronized boolean hasRoom() {
        while (!m_closed && m_bytes >= m_limit) {
            try {
                wait();
            } catch (final InterruptedException e) { // NOSONAR: nobody but close() has a reason to
                return false;
            }
        }
        return !m_closed;
    }

    private synchronized void add(final T thing) {
        m_bytes += m_size.applyAsLong(thing);
        m_ready.add(thing);
        notifyAll();
    }

    private synchronized void end(final Throwable failure) {
        m_ended = true;
        m_failure = failure;
        notifyAll();
    }

    /** @return the bytes of the things that wait to be used now */
    public synchronized long bytes() {
        return m_bytes;
    }

    /** Ends the thread. Returns when it has ended, also if the caller is interrupted meanwhile. */
    @Override
    public void close() {
        synchronized (this) {
            m_closed = true;
            m_ready.clear();
            m_bytes = 0;
            notifyAll();
        }
        m_thread.interrupt();
        boolean interrupted = false;
        final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
        while (m_thread.isAlive() && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(m_thread, end - System.nanoTime());
            } catch (final InterruptedException e) { // NOSONAR: kept for the caller
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
