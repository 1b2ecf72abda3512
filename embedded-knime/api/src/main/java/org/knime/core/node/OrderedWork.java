package org.knime.core.node;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;


/**
 * Work on many inputs on several threads at once, whose results come in the order of the inputs. As many inputs are in
 * work or wait as fit; it is the user who takes a result when there is no room. For one user.
 *
 * @param <O> results
 */
final class OrderedWork<O> implements AutoCloseable {

    private static final int QUEUED_PER_THREAD = 10;

    private static final long LOOK_MILLIS = 100;

    private static final long END_MILLIS = 60_000;

    private final Queue<Future<O>> m_results = new ArrayDeque<>();

    private final int m_most;

    private final ExecutorService m_threads;

    private final List<Thread> m_workers = new CopyOnWriteArrayList<>();

    /** @param threads how many */
    OrderedWork(final int threads) {
        m_most = threads * QUEUED_PER_THREAD;
        m_threads = Executors.newFixedThreadPool(threads, work -> {
            final Thread thread = new Thread(work, "KNIME-Worker-embedded");
            thread.setDaemon(true);
            m_workers.add(thread);
            return thread;
        });
    }

    /**
     * Work on one input.
     *
     * @param <O> its result
     */
    @FunctionalInterface
    interface Task<O> {
        /** @return the result */
        O run();
    }

    /** @return whether no more work may be added before a result is taken */
    boolean isFull() {
        return m_results.size() >= m_most;
    }

    /** @return whether all results were taken */
    boolean isEmpty() {
        return m_results.isEmpty();
    }

    /** @param task to be done on one of the threads */
    void add(final Task<O> task) {
        m_results.add(m_threads.submit(task::run));
    }

    /**
     * @param monitor asked while waiting
     * @return the next result in the order in which work was added
     * @throws CanceledExecutionException if the user cancelled
     */
    O take(final ExecutionMonitor monitor) throws CanceledExecutionException {
        final Future<O> result = m_results.remove();
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) { // NOSONAR: still at work
                monitor.checkCanceled();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted"); // NOSONAR: that is what an interrupt means here
            } catch (final ExecutionException e) {
                throw unwrapped(e.getCause());
            }
        }
    }

    private static RuntimeException unwrapped(final Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException)cause;
    }

    /** Forgets what is not done yet, and waits for what is being done until no thread is left. */
    @Override
    public void close() {
        m_results.forEach(result -> result.cancel(false));
        m_threads.shutdown();
        try {
            for (final Thread worker : m_workers) {
                worker.join(END_MILLIS); // the pool is terminated a moment before its threads are
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
