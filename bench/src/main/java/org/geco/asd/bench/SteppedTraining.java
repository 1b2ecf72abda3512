package org.geco.asd.bench;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;

/** A training that waits after each step until somebody wants the next one. */
final class SteppedTraining implements ProgressMonitor, AutoCloseable {

    private final Semaphore m_wanted = new Semaphore(0);

    private final Semaphore m_done = new Semaphore(0);

    private final Thread m_thread;

    private volatile boolean m_closed;

    private volatile AsdException m_failure;

    /** A training to be stepped through. */
    @FunctionalInterface
    interface Training {
        void run(ProgressMonitor progress) throws AsdException;
    }

    /** @param training reports every step once, in a message that names the epoch */
    SteppedTraining(final Training training) {
        m_thread = new Thread(() -> run(training), "training");
        m_thread.start();
    }

    private void run(final Training training) {
        try {
            training.run(this);
        } catch (final CancellationException closed) { // NOSONAR: the only end there is
            m_done.release();
        } catch (final AsdException e) {
            m_failure = e;
            m_done.release();
        }
    }

    /**
     * Lets the training go from one report of a step to the next.
     *
     * @throws AsdException if training failed
     */
    void step() throws AsdException {
        m_wanted.release();
        m_done.acquireUninterruptibly();
        if (m_failure != null) {
            throw m_failure;
        }
    }

    @Override
    public void report(final double fraction, final String message) {
        if (StepClock.isStep(message)) {
            m_done.release();
            m_wanted.acquireUninterruptibly();
            checkCanceled();
        }
    }

    @Override
    public void checkCanceled() {
        if (m_closed) {
            throw new CancellationException("closed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        m_closed = true;
        m_wanted.release();
        m_thread.join();
    }
}
