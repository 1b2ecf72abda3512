package org.geco.asd.mel;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;

/**
 * Clips in an order that is known beforehand, read by one background thread while the clips before them are used. What
 * comes out depends on the order alone, not on which thread is faster. The thread ends with the last clip, with the
 * first failure, or when this is closed. For one user at a time.
 */
public final class ReadAhead implements AutoCloseable {

    /** Bytes of clips that wait to be used, unless one clip is larger. */
    public static final long BYTES = 32L << 20;

    /** Name of the background threads. */
    public static final String THREAD = "Spectrogram reader";

    /** How often somebody who waits for a clip looks whether the user cancelled. */
    private static final long LOOK_MILLIS = 100;

    /** A reader that hangs in a lost network drive must not hang the node that is cancelled. */
    private static final long END_MILLIS = 10_000;

    private final SpectrogramSource m_source;

    private final int[] m_order;

    private final long m_limit;

    private final Queue<Spectrogram> m_ready = new ArrayDeque<>();

    private final Thread m_thread;

    private long m_bytes;

    private int m_taken;

    private boolean m_closed;

    private int m_failedClip;

    private Throwable m_failure;

    /**
     * Starts to read.
     *
     * @param source where clips come from
     * @param order indices of the clips in the order in which they will be taken; not changed and not to be changed
     */
    public ReadAhead(final SpectrogramSource source, final int[] order) {
        this(source, order, BYTES);
    }

    /**
     * @param limit bytes of clips that may wait; one more may be in the hands of the thread
     */
    ReadAhead(final SpectrogramSource source, final int[] order, final long limit) {
        m_source = source;
        m_order = order;
        m_limit = limit;
        m_thread = new Thread(this::readAll, THREAD);
        m_thread.setDaemon(true);
        m_thread.start();
    }

    /**
     * @param n number of clips
     * @return the order 0 to n − 1
     */
    public static int[] inOrder(final int n) {
        final int[] order = new int[n];
        java.util.Arrays.setAll(order, i -> i);
        return order;
    }

    /**
     * Takes the next clip of the order, waiting for it if need be.
     *
     * @param progress asked while waiting
     * @return the clip's spectrogram
     * @throws AsdException if it cannot be read
     * @throws CancellationException if the user cancelled while this waited
     */
    public synchronized Spectrogram next(final ProgressMonitor progress) throws AsdException {
        if (m_taken == m_order.length) {
            throw new NoSuchElementException("All " + m_taken + " clips were taken");
        }
        while (m_ready.isEmpty()) {
            if (m_closed) {
                throw new IllegalStateException("Closed");
            }
            if (m_failure != null) {
                throw failure();
            }
            progress.checkCanceled();
            await();
        }
        m_taken++;
        final Spectrogram clip = m_ready.remove();
        m_bytes -= SpectrogramCache.bytes(clip);
        notifyAll();
        return clip;
    }

    private void await() {
        try {
            wait(LOOK_MILLIS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted"); // NOSONAR: that is what an interrupt means here
        }
    }

    /** What the reader met, for the thread that wanted the clip. */
    private AsdException failure() {
        if (m_failure instanceof AsdException known) {
            return known;
        }
        if (m_failure instanceof Error error) {
            throw error;
        }
        if (m_failure instanceof CancellationException cancelled) {
            throw cancelled;
        }
        return new AsdException("The spectrogram of " + m_source.name(m_failedClip) + " cannot be read: " + m_failure,
            m_failure, "Execute the node that computed the spectrograms again.");
    }

    private void readAll() {
        for (final int clip : m_order) {
            if (!hasRoom()) {
                return;
            }
            try {
                add(m_source.load(clip));
            } catch (final Throwable e) { // NOSONAR: whatever it is, the other thread waits for it
                fail(clip, e);
                return;
            }
        }
    }

    /** Waits for room; false if nobody wants more clips. */
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

    private synchronized void add(final Spectrogram clip) {
        m_bytes += SpectrogramCache.bytes(clip);
        m_ready.add(clip);
        notifyAll();
    }

    private synchronized void fail(final int clip, final Throwable failure) {
        m_failedClip = clip;
        m_failure = failure;
        notifyAll();
    }

    /** @return the bytes of the clips that wait to be used now */
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
