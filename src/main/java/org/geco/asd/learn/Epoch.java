package org.geco.asd.learn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.optim.Schedule;

/**
 * What an epoch gave; not whole if the time was up before its last step. The held-out loss is the lower the better, NaN
 * if nothing is held out, or if the epoch is not to be compared with others.
 */
record Epoch(Map<String, Double> metrics, boolean whole, double heldOutLoss) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Trains epochs of one task. */
    static final class Runner {
        private final TrainingLoop.Task m_task;
        private final Trainee m_trainee;
        private final Schedule m_rates;
        private final Pace.Part m_pace;
        private final ProgressMonitor m_progress;

        /** The progress hears of every step and may cancel. */
        Runner(final TrainingLoop.Task task, final Trainee trainee, final Pace.Part pace,
            final ProgressMonitor progress) {
            m_task = task;
            m_trainee = trainee;
            m_rates = task.settings().learningRates();
            m_pace = pace;
            m_progress = progress;
        }

        /** @return what one epoch, 0 for the first, gave; of one step at least if the time is up before its end */
        Epoch run(final int epoch, final TimeBudget budget) throws AsdException {
            final long start = System.nanoTime();
            double rate;
            m_progress.checkCanceled();
            m_trainee.batches().startEpoch(epoch);
            m_trainee.startEpoch(epoch);
            do {
                // how many steps an epoch has need not be known, and the next epoch's rate is not for this one
                final double epochs = Math.min(epoch + m_trainee.batches().done(), Math.nextDown(epoch + 1.0));
                rate = m_rates.at(epochs);
                checkFinite(m_trainee.step(epochs, rate), epoch, rate);
                final double done = epoch + Math.min(1, m_trainee.batches().done());
                m_pace.step(done);
                m_progress.report(done / m_task.settings().epochs(),
                    String.format(Locale.ROOT, "%s %d of %d: %s%s", m_task.part().beforeEpoch(), epoch + 1,
                        m_task.settings().epochs(), m_trainee.inShort(), m_pace.left()));
                m_progress.checkCanceled();
            } while (m_trainee.batches().hasNext() && !budget.isSpent());
            final boolean whole = !m_trainee.batches().hasNext();
            final double heldOut = whole && m_task.measures() ? m_trainee.heldOutLoss() : Double.NaN;
            return new Epoch(metrics(heldOut, rate, (System.nanoTime() - start) / NANOS_PER_SECOND), whole,
                m_trainee.isComparable() ? heldOut : Double.NaN);
        }

        private void checkFinite(final double loss, final int epoch, final double rate) throws AsdException {
            if (!Double.isFinite(loss)) {
                throw new AsdException("The training of " + m_task.part().inWords() + " diverged in epoch "
                    + (epoch + 1) + ": its loss is " + loss + ".", "Choose a learning rate below " + rate + ".");
            }
        }

        private Map<String, Double> metrics(final double heldOut, final double rate, final double seconds) {
            final Map<String, Double> all = new HashMap<>(m_trainee.metrics());
            all.put(m_task.heldOutMetric(), heldOut);
            all.put(EpochReport.LEARNING_RATE, rate);
            all.put(EpochReport.SECONDS, seconds);
            final Map<String, Double> wanted = new LinkedHashMap<>();
            m_task.metrics().forEach(name -> wanted.put(name, all.getOrDefault(name, Double.NaN)));
            return wanted;
        }
    }
}
