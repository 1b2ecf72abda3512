package org.geco.asd.spark;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells every few seconds how far a job is. */
final class Ticker implements AutoCloseable {
    private static final long MILLIS = 5000;

    private final Timer m_timer = new Timer("progress", true);
    private final Consumer<String> m_tell;

    Ticker(final Consumer<String> tell) {
        m_tell = tell;
    }

    /** @param text how far it is, whenever it is asked */
    void start(final Supplier<String> text) {
        m_timer.schedule(new TimerTask() {
            @Override
            public void run() {
                m_tell.accept(text.get());
            }
        }, MILLIS, MILLIS);
    }

    @Override
    public void close() {
        m_timer.cancel();
    }
}
