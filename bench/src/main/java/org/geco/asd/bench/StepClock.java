package org.geco.asd.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.ProgressMonitor;

/** Measures each step of a training from outside: from one report to the next. Cancels when the time is up. */
final class StepClock implements ProgressMonitor {

    /** Steps that are not counted: Java compiles and buffers are allocated in them. */
    private static final int WARM_UP = 6;

    /** And while that takes longer than this share of the measured time. */
    private static final double WARM_UP_SHARE = 0.3;

    private final double m_seconds;

    private final List<CpuClock.Span> m_steps = new ArrayList<>();

    private int m_reports;

    private CpuClock m_total;

    private CpuClock m_step;

    /** @param seconds how long to measure */
    StepClock(final double seconds) {
        m_seconds = seconds;
    }

    @Override
    public void report(final double fraction, final String message) {
        if (!isStep(message)) {
            return;
        }
        if (m_total == null) {
            m_total = new CpuClock();
        } else if (m_reports >= WARM_UP && m_total.wall() >= m_seconds * WARM_UP_SHARE) {
            m_steps.add(m_step.span());
        }
        m_reports++;
        m_step = new CpuClock();
    }

    /** Both trainers name the epoch in the report of a step, and in no other. */
    static boolean isStep(final String message) {
        return message.contains("poch ");
    }

    @Override
    public void checkCanceled() {
        if (m_steps.size() >= WARM_UP && m_total.wall() >= m_seconds) {
            throw new CancellationException("measured");
        }
    }

    /** @return the measured steps */
    List<CpuClock.Span> steps() {
        return m_steps;
    }
}
