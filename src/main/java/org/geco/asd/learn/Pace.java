package org.geco.asd.learn;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

import org.geco.asd.common.Durations;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.TimeBudget;

/**
 * How long a training takes on this machine, measured on its own steps: all that is left of all parts, some trained at
 * once. Thread-safe.
 */
final class Pace {
    private static final int ENOUGH_STEPS = 5;
    private static final double ENOUGH_SECONDS = 2;

    /** Epochs over which a step's time is averaged: what comes at the end of each is in it, and it follows changes. */
    private static final int EPOCHS = 2;
    private static final int LEAST_STEPS = 20;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String m_work;
    private final TrainingSettings m_settings;
    private final int m_atOnce;
    private final TimeBudget m_budget;
    private final LongSupplier m_clock;
    private final List<Part> m_parts;
    private boolean m_planSaid;
    private boolean m_timeSaid;

    /** With the steps in an epoch of each part, the time for all of them, and a clock of nanoseconds. */
    Pace(final String work, final TrainingSettings settings, final List<Long> steps, final int atOnce,
        final TimeBudget budget, final LongSupplier clock) {
        m_work = work;
        m_settings = settings;
        m_atOnce = atOnce;
        m_budget = budget;
        m_clock = clock;
        m_parts = steps.stream().map(Part::new).toList();
    }

    /** One part, whose steps tell how fast it goes. */
    final class Part {
        private final long m_steps;
        private TrainingListener m_listener;
        private double m_epochs;
        private boolean m_warm;
        private long m_last;
        private long m_count;
        private double m_seconds;
        private double m_mean;

        private Part(final long steps) {
            m_steps = steps;
        }

        /** Before the first step, after so many epochs: says how many steps there are. */
        void start(final int epochs, final TrainingListener listener) {
            synchronized (Pace.this) {
                m_epochs = epochs;
                m_listener = listener;
                if (!m_planSaid) {
                    m_planSaid = true;
                    listener.info(plan());
                }
            }
        }

        /** After each step, with the epochs done: the first only warms up, and after a handful the time is said. */
        void step(final double epochs) {
            synchronized (Pace.this) {
                final long now = m_clock.getAsLong();
                if (m_warm) {
                    final double seconds = (now - m_last) / NANOS_PER_SECOND;
                    m_count++;
                    m_seconds += seconds;
                    m_mean += (seconds - m_mean) / Math.min(m_count, Math.max(LEAST_STEPS, EPOCHS * m_steps));
                }
                m_warm = true;
                m_last = now;
                m_epochs = epochs;
                if (!m_timeSaid && isMeasured()) {
                    m_timeSaid = true;
                    sayTime(m_listener);
                }
            }
        }

        /** No more steps come, also if there could have been some. */
        void finished() {
            synchronized (Pace.this) {
                m_epochs = m_settings.epochs();
            }
        }

        /** @return the time left of all parts, for the end of a progress message; empty as long as it is not known */
        String left() {
            synchronized (Pace.this) {
                return m_timeSaid ? ", " + (isAtMost() ? "at most about " : "about ")
                    + Durations.text(Math.max(0, Math.min(seconds(), m_budget.secondsLeft()))) + " left" : "";
            }
        }

        private boolean isMeasured() {
            return m_count >= ENOUGH_STEPS && m_seconds >= ENOUGH_SECONDS;
        }

        private double stepsLeft() {
            return Math.max(0, (m_settings.epochs() - m_epochs) * m_steps);
        }
    }

    /** @return where a part, 0 for the first, tells of its steps */
    Part of(final int part) {
        return m_parts.get(part);
    }

    private boolean isAtMost() {
        return m_settings.stop().patience() > 0;
    }

    private String plan() {
        final int networks = m_parts.size();
        final long least = steps().min().orElse(0);
        final long most = steps().max().orElse(0);
        final long all = steps().sum() * m_settings.epochs();
        final long left = stepsLeft();
        return m_work + ": " + (networks > 1 ? networks + " networks, " : "") + (isAtMost() ? "at most " : "")
            + count(all) + " steps (" + m_settings.epochs() + (m_settings.epochs() == 1 ? " epoch of " : " epochs of ")
            + (least < most ? count(least) + " to " : "") + count(most) + (networks > 1 ? " each)" : ")")
            + (left < all ? ", " + count(left) + " of them still to be done" : "")
            + (m_atOnce > 1 ? ", " + m_atOnce + " networks at once" : "") + ".";
    }

    private void sayTime(final TrainingListener listener) {
        final double seconds = seconds();
        final String about = (isAtMost() ? "at most about " : "about ") + Durations.text(seconds);
        listener.info(m_work + ": " + count(stepsLeft()) + " more steps take " + about + " at "
            + Durations.text(secondsOfStep()) + " a step on this machine.");
        if (seconds > m_budget.secondsLeft()) {
            listener.warning(m_work + " would take " + about + " on this machine, and stops at its time budget of "
                + Durations.text(m_settings.stop().seconds())
                + ". Give it more time, or train for fewer epochs.");
        }
    }

    private LongStream steps() {
        return m_parts.stream().mapToLong(part -> part.m_steps);
    }

    private long stepsLeft() {
        return Math.round(m_parts.stream().mapToDouble(Part::stepsLeft).sum());
    }

    /** @return what a step takes, of those parts that know: they have the same kind of network */
    private double secondsOfStep() {
        return m_parts.stream().filter(Part::isMeasured).mapToDouble(part -> part.m_mean).average().orElse(0);
    }

    /** @return seconds that all parts still take: no less than the longest of them, however many are trained at once */
    private double seconds() {
        final double unknown = secondsOfStep();
        double longest = 0;
        double sum = 0;
        for (final Part part : m_parts) {
            final double seconds = part.stepsLeft() * (part.isMeasured() ? part.m_mean : unknown);
            longest = Math.max(longest, seconds);
            sum += seconds;
        }
        return Math.max(longest, sum / m_atOnce);
    }

    private static String count(final long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
