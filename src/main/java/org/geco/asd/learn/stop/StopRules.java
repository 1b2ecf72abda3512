package org.geco.asd.learn.stop;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Incidental;
import org.geco.asd.common.NotCompared;
import org.geco.asd.dataset.HeldOut;

/**
 * When a training ends before its last epoch.
 *
 * @param heldOutShare share of the clips, machine by machine, that is not trained on but measured after each epoch,
 *            beside those that the source marks; 0 for none
 * @param patience epochs without a better held-out loss after which training stops, and the weights of the best epoch
 *            are the result; 0 to train all epochs and keep the last one's
 * @param minutes time after which training stops and keeps the model so far; 0 for no limit
 */
public record StopRules(double heldOutShare, int patience, @Incidental @NotCompared double minutes) {
    /** All clips, all epochs. */
    public static final StopRules NONE = new StopRules(0, 0, 0);
    private static final double SECONDS_PER_MINUTE = 60;

    /** @return the time budget in seconds; 0 for no limit */
    public double seconds() {
        return minutes * SECONDS_PER_MINUTE;
    }

    /** Fails naming the setting that is out of its range. */
    public void check() throws AsdException {
        HeldOut.check(heldOutShare);
        Checks.range(patience >= 0, "The patience", patience + " epochs", "0 for no early stopping, or e.g. 10");
        Checks.range(minutes >= 0 && minutes < Double.POSITIVE_INFINITY, "The time budget", minutes + " minutes",
            "0 for no limit, or e.g. 60");
    }
}
