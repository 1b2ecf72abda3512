package org.geco.embedded.runner.execution;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks a run to stop; may be called from any thread, once or more often. */
public final class Cancellation {

    private final List<Runnable> m_listeners = new CopyOnWriteArrayList<>();

    private volatile boolean m_requested;

    /** Asks the running node to stop and keeps the others from starting. */
    public void request() {
        m_requested = true;
        m_listeners.forEach(Runnable::run);
    }

    /** @return whether the run was asked to stop */
    public boolean isRequested() {
        return m_requested;
    }

    /** Runs something on request, at once if that has been made already. */
    void onRequest(final Runnable listener) {
        m_listeners.add(listener);
        if (m_requested) {
            listener.run();
        }
    }
}
