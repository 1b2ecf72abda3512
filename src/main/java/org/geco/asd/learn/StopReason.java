package org.geco.asd.learn;

import java.util.Optional;

import org.geco.asd.common.Durations;
import org.geco.asd.learn.stop.Best;
import org.geco.asd.learn.stop.TimeBudget;

/**
 * Why a training stopped, for the history, and the epoch whose weights are kept; early is before its last epoch, final
 * if more time would not change it.
 */
record StopReason(String text, int kept, boolean isEarly, boolean isFinal) {
    /** @return why training stops after this epoch; empty if it goes on */
    static Optional<StopReason> of(final TrainingLoop.Task task, final Optional<Best> best, final int epochs,
        final Epoch last, final TimeBudget budget) {
        final String says = best.map(b -> ", epoch " + b.epoch() + " is kept").orElse("");
        final int kept = best.map(Best::epoch).orElse(epochs);
        final int patience = task.settings().stop().patience();
        if (last.whole() && epochs == task.settings().epochs()) {
            return Optional.of(new StopReason("all " + epochs + " epochs done" + says, kept, false, true));
        }
        if (patience > 0 && best.isPresent() && epochs - best.get().epoch() >= patience) {
            return Optional.of(new StopReason("held-out loss no better for " + patience
                + (patience == 1 ? " epoch" : " epochs") + says, kept, true, true));
        }
        if (budget.isSpent()) {
            return Optional.of(new StopReason(
                "time budget of " + Durations.text(task.settings().stop().seconds()) + " used up"
                    + (last.whole() ? "" : " in the middle of epoch " + epochs) + says, kept, true, false));
        }
        return Optional.empty();
    }
}
