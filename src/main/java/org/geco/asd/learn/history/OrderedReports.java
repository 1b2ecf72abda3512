package org.geco.asd.learn.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Passes on what trainings report that go on at once, as if one had been done after the other: the first that is not
 * finished at once, the others in their turn. So a history does not depend on which thread is faster.
 */
public final class OrderedReports {
    private final TrainingListener m_listener;
    private final List<List<Runnable>> m_waiting;
    private final boolean[] m_finished;
    private int m_turn;

    /** The listener hears of everything, one thing at a time. */
    public OrderedReports(final TrainingListener listener, final int trainings) {
        m_listener = listener;
        m_waiting = Stream.<List<Runnable>> generate(ArrayList::new).limit(trainings).toList();
        m_finished = new boolean[trainings];
    }

    /** @return where a training, 0 for the first, reports */
    public TrainingListener of(final int training) {
        return new TrainingListener() {
            @Override
            public void epochEnded(final EpochReport report) {
                say(training, () -> m_listener.epochEnded(report));
            }

            /** It is about now, so it does not wait. */
            @Override
            public void info(final String message) {
                synchronized (OrderedReports.this) {
                    m_listener.info(message);
                }
            }

            @Override
            public void warning(final String message) {
                say(training, () -> m_listener.warning(message));
            }
        };
    }

    private synchronized void say(final int training, final Runnable words) {
        if (training == m_turn) {
            words.run();
        } else {
            m_waiting.get(training).add(words);
        }
    }

    /** @param training has nothing more to say */
    public synchronized void finished(final int training) {
        m_finished[training] = true;
        while (m_turn < m_finished.length && m_finished[m_turn]) {
            m_turn++;
            if (m_turn < m_finished.length) {
                m_waiting.get(m_turn).forEach(Runnable::run);
                m_waiting.get(m_turn).clear();
            }
        }
    }
}
