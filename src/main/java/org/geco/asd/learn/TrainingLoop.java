package org.geco.asd.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.checkpoint.Checkpoint;
import org.geco.asd.learn.checkpoint.CheckpointStore;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.Best;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.tensor.Weights;

/**
 * Trains epoch after epoch until all are done, the held-out loss gets no better, or the time is up; reports each epoch;
 * keeps checkpoints, also when it is cancelled or fails; and goes on from them. Used once, on one thread.
 */
public final class TrainingLoop {
    private final Task m_task;
    private final CheckpointStore m_store;
    private final TimeBudget m_budget;
    private final Pace.Part m_pace;
    private final ProgressMonitor m_progress;
    private final TrainingListener m_listener;
    private final List<EpochReport> m_history = new ArrayList<>();
    private Optional<Best> m_best = Optional.empty();

    /** The last whole epoch, if it is not in the store yet. */
    private Optional<Checkpoint> m_unwritten = Optional.empty();
    private boolean m_writeFailed;

    /**
     * What is to be done: trained, reported by these metrics in order, one of which is the held-out loss if there are
     * held-out clips to measure it on; checkpoints fit the training.
     */
    public record Task(PartName part, Fingerprint training, TrainingSettings settings, List<String> metrics,
        String heldOutMetric, boolean measures) {
    }

    /**
     * What came out: the best epoch's weights if training looks for it, else the last one's, the seconds that all
     * epochs took, and the report of the last. If it is not complete, more time would have changed them; the
     * checkpoints then are what to go on from.
     */
    public record Result(Weights weights, boolean complete, double seconds, EpochReport last) { }

    /** The listener hears of all epochs, also of those before the checkpoint, and of warnings. */
    TrainingLoop(final Task task, final CheckpointStore store, final TimeBudget budget,
        final Pace.Part pace, final ProgressMonitor progress, final TrainingListener listener) {
        m_task = task;
        m_store = store;
        m_budget = budget;
        m_pace = pace;
        m_progress = progress;
        m_listener = listener;
    }

    /** @return what came out; an AsdException if training fails or the checkpoints are of another training */
    public Result run(final Trainee.Factory factory) throws AsdException {
        final Optional<Checkpoint> start = m_store.latest(m_task.training(), m_listener::warning);
        if (start.isPresent()) {
            m_best = start.get().best();
            start.get().history().forEach(this::add);
            m_listener.warning("The training of " + m_task.part().inWords() + (start.get().finished()
                ? " was complete: what it learned was found in the checkpoint folder."
                : " was taken up again after epoch " + start.get().epochs() + ", where a checkpoint was found."));
            if (start.get().finished()) {
                return new Result(start.get().weights(), true, seconds(), m_history.get(m_history.size() - 1));
            }
        }
        try (Trainee trainee = factory.create()) {
            start.ifPresent(checkpoint -> trainee.session().restore(checkpoint.weights()));
            return train(trainee, start.map(Checkpoint::epochs).orElse(0));
        }
    }

    private Result train(final Trainee trainee, final int first) throws AsdException {
        final Epoch.Runner runner = new Epoch.Runner(m_task, trainee, m_pace, m_progress);
        m_pace.start(first, m_listener);
        try {
            for (int epoch = first;; epoch++) {
                final Epoch result = runner.run(epoch, m_budget);
                if (result.whole() && m_task.settings().stop().patience() > 0) {
                    m_best = Best.after(m_best, epoch + 1, result.heldOutLoss(), trainee.session()::weights);
                }
                final Optional<StopReason> reason = StopReason.of(m_task, m_best, epoch + 1, result, m_budget);
                final EpochReport report = new EpochReport(m_task.part().inTable(), epoch + 1, result.metrics(),
                    reason.map(StopReason::text).orElse(""), reason.map(StopReason::kept).orElse(0));
                add(report);
                if (reason.isPresent()) {
                    return finish(trainee, report, result.whole(), reason.get());
                }
                keep(trainee, epoch + 1);
            }
        } finally {
            // cancelled, failed or out of time: at most the epoch that was not whole is lost
            m_unwritten.ifPresent(this::write);
        }
    }

    private void add(final EpochReport report) {
        m_history.add(report);
        m_listener.epochEnded(report);
    }

    private void keep(final Trainee trainee, final int epochs) {
        if (m_store.every() == 0) {
            return;
        }
        m_unwritten =
            Optional.of(new Checkpoint(m_task.training(), epochs, false, trainee.session().state(), m_best, m_history));
        if (epochs % m_store.every() == 0) {
            write(m_unwritten.get());
        }
    }

    private Result finish(final Trainee trainee, final EpochReport last, final boolean whole,
        final StopReason reason) {
        final Weights weights = m_best.isPresent() ? m_best.get().weights() : trainee.session().weights();
        if (reason.isFinal() && m_store.every() > 0) {
            write(new Checkpoint(m_task.training(), last.epoch(), true, weights, Optional.empty(), m_history));
        } else if (whole) {
            keepForMore(trainee, last.epoch());
        }
        if (reason.isEarly()) {
            m_listener.warning("The training of " + m_task.part().inWords() + " stopped in epoch " + last.epoch()
                + " of " + m_task.settings().epochs() + ": " + reason.text() + ".");
        }
        return new Result(weights, reason.isFinal(), seconds(), last);
    }

    private double seconds() {
        return m_history.stream().mapToDouble(report -> report.metrics().getOrDefault(EpochReport.SECONDS, 0.0)).sum();
    }

    /** With more time the training goes on: its last report must not say that it stopped there. */
    private void keepForMore(final Trainee trainee, final int epochs) {
        final EpochReport stopped = m_history.remove(m_history.size() - 1);
        m_history.add(new EpochReport(stopped.part(), stopped.epoch(), stopped.metrics()));
        keep(trainee, epochs);
    }

    /** A checkpoint that cannot be written must not cost the training itself. */
    private void write(final Checkpoint checkpoint) {
        try {
            m_store.write(checkpoint);
            m_unwritten = Optional.empty();
        } catch (final IOException e) {
            if (!m_writeFailed) {
                m_writeFailed = true;
                m_listener.warning("No checkpoint of " + m_task.part().inWords() + " could be written after epoch "
                    + checkpoint.epochs() + " (" + e + "). Training went on without.");
            }
        }
    }
}
